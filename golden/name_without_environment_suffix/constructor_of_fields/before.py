from dataclasses import dataclass

from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


@dataclass
class OrderProps:
    """What the stack wants to know."""

    region: str
    retention_seconds: int = 86400  # a day


class Alerts(Construct):
    def __init__(self, scope: Construct, id: str, *, team: str) -> None:
        super().__init__(scope, id)
        SnsTopic(self, "alerts", name="orders-alerts", tags={"Team": team})


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, props: OrderProps) -> None:
        super().__init__(scope, id)
        self.props = props
        AwsProvider(self, "aws", region=props.region)
        SqsQueue(self, "inbox", name="orders-inbox", message_retention_seconds=props.retention_seconds)
        Alerts(self, "alerts", team="shop")
        self.add_archive()

    def add_archive(self) -> None:
        SqsQueue(self, "archive", name="orders-archive", message_retention_seconds=self.props.retention_seconds)


app = App()
OrderStack(app, "orders", OrderProps(region="eu-central-1"))
app.synth()
