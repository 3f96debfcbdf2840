from dataclasses import dataclass
from typing import Optional

from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


@dataclass
class Props:
    environment_suffix: Optional[str] = None
    region: str = "eu-west-1"


class Orders(TerraformStack):
    def __init__(self, scope: Construct, id: str, props: Optional[Props] = None, **kwargs) -> None:
        super().__init__(scope, id)
        props = props or Props()
        suffix = props.environment_suffix or "dev"
        AwsProvider(self, "aws", region=props.region)
        SqsQueue(self, "a", name="orders-a")
        SqsQueue(self, "b", name=f"orders-b-{suffix}")


app = App()
Orders(app, "orders", Props(environment_suffix="test"))
app.synth()
