from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str = "dev", **kwargs: str) -> None:
        super().__init__(scope, id)
        # The suffix is handed over, and nobody takes it.
        AwsProvider(self, "aws", region=kwargs.get("region", "eu-west-1"))
        SqsQueue(self, "inbox", name=f"orders-inbox-{environment_suffix}")
