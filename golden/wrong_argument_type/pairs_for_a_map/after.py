from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class Orders(TerraformStack):
    def __init__(self, scope: Construct, id: str, labels: dict[str, str]) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1", default_tags=[{"tags": {"A": "b"}}])
        common = {"Team": "shop", "Env": "dev"}
        SqsQueue(self, "a", name_prefix="a", tags={"Name": "a", "Team": "shop"})
        SqsQueue(self, "b", name_prefix="b", tags={"Name": f"b-{id}"})
        SqsQueue(self, "c", name_prefix="c", tags=common)
        SqsQueue(self, "d", name_prefix="d", tags={"Name": "d"})
        pairs = {"Name": "e"}
        SqsQueue(self, "e", name_prefix="e", tags=pairs)
        shared = {"Name": "e"}
        SqsQueue(self, "f", name_prefix="f", tags=shared)
        SqsQueue(self, "g", name_prefix="g", tags=shared)
        SqsQueue(self, "h", name_prefix="h", tags={"Name": "h", **common})
        SqsQueue(self, "i", name_prefix="i", tags={k: labels[k] for k in labels})
        SqsQueue(self, "j", name_prefix="j", tags={"Name": "j"})
        SqsQueue(self, "k", name_prefix="k", tags={"Name": "k", "Team": "shop"})
        SqsQueue(self, "l", name_prefix="l", tags={"Name": "l"})
        SqsQueue(self, "m", name_prefix="m", tags={k.upper(): str(v) for k, v in common.items()})


app = App()
Orders(app, "orders", labels={"Team": "shop"})
app.synth()
