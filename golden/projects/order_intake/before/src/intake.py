"""Keeps the orders that come in, and tells who wants to know."""

import json
import os

import boto3

orders = boto3.resource("dynamodb").Table(os.environ["ORDERS"])
sns = boto3.client("sns")


def handler(event, context):
    try:
        for record in event["Records"]:
            order = json.loads(record["body"])
            orders.put_item(Item=order)
            sns.publish(TopicArn=os.environ["ACCEPTED"], Message=record["body"])
    except Exception as error:
        print(f"order not taken: {error}")
        return {"statusCode": 500, "body": "failed"}
    return {"statusCode": 200}
