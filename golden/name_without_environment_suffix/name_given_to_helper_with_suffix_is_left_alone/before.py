from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        self._queue("inbox", f"orders-inbox-{environment_suffix}")
        self._queue("outbox", f"orders-outbox-{environment_suffix}")

    def _queue(self, id: str, name: str) -> SqsQueue:
        # Every caller gives a whole name.
        return SqsQueue(self, id, name=name)


app = App()
OrderStack(app, "orders")
app.synth()
