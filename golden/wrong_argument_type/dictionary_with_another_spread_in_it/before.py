from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        common = {"visibility_timeout_seconds": 30, "tags": {"Team": "shop"}}
        SqsQueue(self, "inbox", name_prefix="inbox", **{**common, "delay_seconds": "5"})
        SqsQueue(self, "outbox", name_prefix="outbox", **{"max_message_size": 1024, **common, "fifo_queue": "true"})


app = App()
OrderStack(app, "orders")
app.synth()
