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
    environment_suffix: str = ""


class Alerts(Construct):
    def __init__(self, scope: Construct, id: str, *, team: str, environment_suffix: str = "") -> None:
        super().__init__(scope, id)
        name_suffix = f"-{environment_suffix}" if environment_suffix else ""
        SnsTopic(self, "alerts", name=f"orders-alerts{name_suffix}", tags={"Team": team})


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, props: OrderProps) -> None:
        super().__init__(scope, id)
        self.name_suffix = f"-{props.environment_suffix}" if props.environment_suffix else ""
        self.props = props
        AwsProvider(self, "aws", region=props.region)
        SqsQueue(self, "inbox", name=f"orders-inbox{self.name_suffix}", message_retention_seconds=props.retention_seconds)
        Alerts(self, "alerts", team="shop", environment_suffix=props.environment_suffix)
        self.add_archive()

    def add_archive(self) -> None:
        SqsQueue(self, "archive", name=f"orders-archive{self.name_suffix}", message_retention_seconds=self.props.retention_seconds)


app = App()
OrderStack(app, "orders", OrderProps(region="eu-central-1"))
app.synth()
