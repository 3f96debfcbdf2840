import os

import boto3

# The client of the other region.
client = boto3.client("s3", region_name=os.environ["AWS_REGION"])
home = os.environ.get("AWS_REGION_OF_HOME", "eu-west-1")


def handler(event, context):
    print("to", os.getenv("AWS_REGION"))
    return client.list_objects_v2(Bucket=os.environ["BUCKET"])
