from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment: str) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        SqsQueue(
            self,
            "inbox",
            name=f"orders-inbox-{environment}",
            tags={"Environment": environment},  # for the bill
        )


app = App()
OrderStack(app, "orders", environment="production")
app.synth()
