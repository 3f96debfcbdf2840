from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        self.environment_suffix = environment_suffix
        AwsProvider(self, "aws", region="eu-west-1")
        self.inbox = self._queue("orders-inbox")
        self.outbox = self._queue("orders-outbox")
        self._alerts()

    def _queue(self, name: str) -> SqsQueue:
        return SqsQueue(self, name, name=name, visibility_timeout_seconds=60)

    def _alerts(self) -> None:
        # Read by people.
        SnsTopic(self, "alerts", name=f"orders-alerts-{self.environment_suffix}")


app = App()
OrderStack(app, "orders")
app.synth()
