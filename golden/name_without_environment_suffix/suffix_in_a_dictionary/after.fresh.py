from dataclasses import dataclass

from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class Queues(Construct):
    def __init__(self, scope: Construct, id: str, team: str, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        SqsQueue(self, "returns", name=f"{team}-returns-{environment_suffix}")


class Orders(TerraformStack):
    def __init__(self, scope: Construct, id: str, config: dict[str, str]) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region=config["region"])
        SqsQueue(self, "a", name=f"orders-a-{config['environment']}")
        SqsQueue(self, "b", name=f"orders-b-{config['environment']}")
        Queues(self, "queues", team="shop", environment_suffix=config["environment"])


app = App()
Orders(app, "orders", {"region": "eu-west-1", "environment": "dev"})
app.synth()
