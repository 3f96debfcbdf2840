import json
import os

import boto3

sqs = boto3.client("sqs")


def add(job):
    sqs.send_message(QueueUrl=os.environ["JOBS"], MessageBody=json.dumps(job))
