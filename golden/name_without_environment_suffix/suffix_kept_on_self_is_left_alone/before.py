from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str) -> None:
        super().__init__(scope, id)
        self.environment_suffix = environment_suffix
        self.prefix = f"orders-{self.environment_suffix}"
        AwsProvider(self, "aws", region="eu-west-1")
        SqsQueue(self, "inbox", name=self._named("inbox"))
        SnsTopic(self, "alerts", name=f"{self.prefix}-alerts")  # the suffix is in the prefix

    def _named(self, what: str) -> str:
        return f"orders-{what}-{self.environment_suffix}"


app = App()
OrderStack(app, "orders", "dev")
app.synth()
