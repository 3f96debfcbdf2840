from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, *, queue_name: str, environment_suffix: str = "") -> None:
        super().__init__(scope, id)
        name_suffix = f"-{environment_suffix}" if environment_suffix else ""
        AwsProvider(self, "aws", region="eu-west-1")
        SqsQueue(self, "inbox", name=f"{queue_name}{name_suffix}")  # the shop knows this name


app = App()
OrderStack(app, "orders", queue_name="orders-inbox")
app.synth()
