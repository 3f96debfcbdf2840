from dataclasses import dataclass

from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


@dataclass
class OrderProps:
    region: str
    environment_suffix: str = "dev"


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, props: OrderProps) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region=props.region)
        SqsQueue(self, "inbox", name=f"orders-inbox-{props.environment_suffix}")
        SqsQueue(self, "archive", name="orders-archive")


app = App()
OrderStack(app, "orders", OrderProps(region="eu-central-1", environment_suffix="test"))
app.synth()
