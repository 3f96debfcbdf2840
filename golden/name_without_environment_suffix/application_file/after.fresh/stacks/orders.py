from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    """Queues of the order service."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        region: str,
        environment_suffix: str = "dev",
    ) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region=region)

        # Orders wait here.
        SqsQueue(self, "inbox", name=f"orders-inbox-{environment_suffix}")
