from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")

        # Orders wait here until the warehouse is awake.
        SqsQueue(
            self,
            "inbox",
            name=f"orders-inbox-{environment_suffix}",  # one for each account
            message_retention_seconds=345600,
        )


app = App()
OrderStack(app, "orders")
app.synth()
