from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct

from .settings import Settings


class Queues(Construct):
    def __init__(self, scope: Construct, id: str, settings: Settings) -> None:
        super().__init__(scope, id)
        name_suffix = f"-{settings.environment_suffix}" if settings.environment_suffix else ""
        SqsQueue(self, "returns", name=f"{settings.team}-returns{name_suffix}")
        SqsQueue(self, "refunds", name=f"{settings.team}-refunds{name_suffix}")
