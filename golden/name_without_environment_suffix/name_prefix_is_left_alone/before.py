from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        S3Bucket(self, "uploads", bucket_prefix="uploads-")  # AWS appends what makes it unique
        SnsTopic(self, "alerts", name_prefix="alerts-")
        SqsQueue(self, "unnamed")


app = App()
OrderStack(app, "orders")
app.synth()
