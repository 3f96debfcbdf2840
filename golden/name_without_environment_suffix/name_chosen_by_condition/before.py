from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, legacy: bool = False) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")

        # The old shop has no prefix.
        SqsQueue(self, "inbox", name="inbox" if legacy else "orders-inbox")


app = App()
OrderStack(app, "orders")
app.synth()
