from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, project: str = "orders", environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        SqsQueue(self, "inbox", name=f"{project}-{environment_suffix}-inbox")
        SqsQueue(self, "outbox", name="%s-outbox" % project)  # old style
        SnsTopic(self, "alerts", name="{}-alerts".format(project))
        S3Bucket(self, "uploads", bucket="-".join([project, "uploads"]))


app = App()
OrderStack(app, "orders")
app.synth()
