import os

from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct

ENVIRONMENT_SUFFIX = os.environ.get("ENVIRONMENT_SUFFIX", "dev")


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, stage: str = "test", **kwargs: str) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        self.resource_suffix = kwargs.get("resource_suffix", "a1")
        prefix = f"orders-{stage}"

        SqsQueue(self, "a", name=f"a-{stage}")  # as good as an environment
        SqsQueue(self, "b", name=f"b-{self.resource_suffix}")
        SqsQueue(self, "c", name=f"c-{ENVIRONMENT_SUFFIX}")
        SqsQueue(self, "d", name=f"{prefix}-d")
        SqsQueue(self, "e", name="e-" + kwargs["pr_number"])
        SqsQueue(self, "f", name="f-{}".format(stage))


app = App()
OrderStack(app, "orders", pr_number="12")
app.synth()
