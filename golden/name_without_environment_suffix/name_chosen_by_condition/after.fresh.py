from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, legacy: bool = False, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")

        # The old shop has no prefix.
        SqsQueue(self, "inbox", name=f"inbox-{environment_suffix}" if legacy else f"orders-inbox-{environment_suffix}")


app = App()
OrderStack(app, "orders")
app.synth()
