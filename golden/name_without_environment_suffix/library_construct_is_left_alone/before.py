from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class Inbox(Construct):
    """For stacks of other repositories, which bring the provider."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        # Whoever calls this decides.
        self.queue = SqsQueue(self, "queue", name="orders-inbox")
