from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct

from .settings import Settings


class Queues(Construct):
    def __init__(self, scope: Construct, id: str, settings: Settings) -> None:
        super().__init__(scope, id)
        SqsQueue(self, "returns", name=f"{settings.team}-returns-{settings.environment_suffix}")
        SqsQueue(self, "refunds", name=f"{settings.team}-refunds-{settings.environment_suffix}")
