from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        self.inbox = self.queue(self, "inbox")

    @staticmethod
    def queue(scope: Construct, id: str) -> SqsQueue:
        return SqsQueue(scope, id, name="orders-inbox")  # there is no self here


app = App()
OrderStack(app, "orders")
app.synth()
