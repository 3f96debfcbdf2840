import json
import logging

logger = logging.getLogger()


def handler(event, context):
    try:
        for record in event["Records"]:
            work(json.loads(record["body"]))
    except (ValueError, Exception) as error:  # noqa: B014
        logger.error("job failed: %s", error)
        return {"statusCode": 500, "body": "failed"}
    return {"statusCode": 200}


def work(job):
    print(job)
