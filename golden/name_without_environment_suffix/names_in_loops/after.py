from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct

REGIONS = ("eu-west-1", "eu-central-1")


class Orders(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str = "") -> None:
        super().__init__(scope, id)
        name_suffix = f"-{environment_suffix}" if environment_suffix else ""
        AwsProvider(self, "aws", region="eu-west-1")
        for purpose in ["inbox", "archive"]:
            SqsQueue(self, f"queue-{purpose}", name=f"orders-{purpose}{name_suffix}")
        for env in ["dev", "prod"]:
            SqsQueue(self, f"env-{env}", name=f"orders-of-{env}")
        for stage in ["one", "two"]:
            SqsQueue(self, f"stage-{stage}", name=f"orders-at-{stage}")
        for name in ["blue", "prod"]:
            SqsQueue(self, f"color-{name}", name=f"orders-{name}")
        for number in range(3):
            SqsQueue(self, f"part-{number}", name=f"orders-{number}")
        for name, seconds in {"fast": 5, "slow": 50}.items():
            SqsQueue(self, name, name=f"{name}-orders", visibility_timeout_seconds=seconds)
        for region in REGIONS:
            SqsQueue(self, region, name=f"orders-in-{region}{name_suffix}")
        self.queues = [SqsQueue(self, each, name=f"orders-{each}{name_suffix}") for each in ("paid", "sent")]


app = App()
Orders(app, "orders")
app.synth()
