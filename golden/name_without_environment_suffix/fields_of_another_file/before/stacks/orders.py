from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct

from .queues import Queues
from .settings import Settings


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, *, settings: Settings) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region=settings.region)
        SqsQueue(self, "inbox", name="orders-inbox", tags=settings.labels)
        Queues(self, "queues", settings)
