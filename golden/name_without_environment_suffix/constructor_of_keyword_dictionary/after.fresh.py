from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, **kwargs: str) -> None:
        super().__init__(scope, id)
        region = kwargs.get("region", "eu-west-1")
        environment_suffix = kwargs.get("environment_suffix", "dev")
        AwsProvider(self, "aws", region=region)

        # Orders wait here.
        SqsQueue(self, "inbox", name=f"orders-inbox-{environment_suffix}")


app = App()
OrderStack(app, "orders", region="eu-central-1")
app.synth()
