import os

import boto3


def handler(event, context):
    return boto3.client("s3", region_name=os.environ["AWS_REGION"]).list_buckets()
