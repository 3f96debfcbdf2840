import json
import os

import boto3


def handler(event, context):
    return json.dumps({"table": os.environ["TABLE"]})
