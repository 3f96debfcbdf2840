#!/usr/bin/env python
from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from cdktf_cdktf_provider_aws.iam_role import IamRole


class QueueStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-central-1")  # Frankfurt
        S3Bucket(self, "dead", bucket="dead-letters-of-the-queue")
        SqsQueue(self, "queue", name="orders")
        SnsTopic(self, "topic", name="orders")
        IamRole(self, "role", name="orders", assume_role_policy="{}")


app = App()
QueueStack(app, "queues")
app.synth()
