"""API of the patient records."""
import json
import os

import boto3

TABLE = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])


def handler(event, context):
    patient_id = (event.get("pathParameters") or {}).get("patient_id")
    if patient_id is None:
        return {"statusCode": 400, "body": json.dumps({"error": "patient_id is missing"})}

    item = TABLE.get_item(Key={"patient_id": patient_id}).get("Item")
    return {
        "statusCode": 200 if item else 404,
        "headers": {"X-Request-Id": context.request_id},
        "body": json.dumps(item or {}, default=str),
    }
