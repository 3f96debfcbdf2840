import json

from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.iam_policy import IamPolicy
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, account_id: str, environment_suffix: str = "") -> None:
        super().__init__(scope, id)
        name_suffix = f"-{environment_suffix}" if environment_suffix else ""
        AwsProvider(self, "aws", region="eu-west-1")
        SqsQueue(self, "inbox", name=f"orders-inbox{name_suffix}")
        S3Bucket(self, "archive", bucket=f"orders-archive{name_suffix}")
        IamPolicy(self, "worker", name=f"orders-worker{name_suffix}", policy=json.dumps({
            "Version": "2012-10-17",
            "Statement": [
                {"Effect": "Allow", "Action": "sqs:ReceiveMessage",
                 "Resource": f"arn:aws:sqs:eu-west-1:{account_id}:orders-inbox{name_suffix}"},  # no send
                {"Effect": "Allow", "Action": "s3:PutObject", "Resource": f"arn:aws:s3:::orders-archive{name_suffix}/*"},
            ],
        }))


app = App()
OrderStack(app, "orders", account_id="123456789012")
app.synth()
