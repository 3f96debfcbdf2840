import json
import logging
import os

logger = logging.getLogger()
logger.setLevel(os.environ.get("LOG_LEVEL", "INFO"))

TABLE_NAME = os.environ["TABLE_NAME"]


def handler(event, context):
    """This is a beginning: put what the function is for here."""
    logger.info("request %s", context.aws_request_id)
    path = event.get("rawPath") or event.get("path") or ""
    if path.endswith("/health"):
        return {"statusCode": 200, "body": json.dumps({"status": "ok"})}
    return {"statusCode": 501, "body": json.dumps({"message": "not implemented"})}
