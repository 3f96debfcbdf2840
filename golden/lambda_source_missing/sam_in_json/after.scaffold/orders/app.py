import logging
import os

logger = logging.getLogger()
logger.setLevel(os.environ.get("LOG_LEVEL", "INFO"))


def handler(event, context):
    """This is a beginning: put what the function is for here."""
    logger.info("request %s", context.aws_request_id)
    return {"status": "ok"}
