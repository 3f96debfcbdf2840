from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        SqsQueue(self, "beside", name="orders-inbox")  # iacfix: ignore[NAM001] partners send here

        # iacfix: ignore[name-without-environment-suffix] the whole call
        SnsTopic(
            self,
            "block",
            name="orders-events",
        )


app = App()
OrderStack(app, "orders")
app.synth()
