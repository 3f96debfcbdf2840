from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class Inbox(Construct):
    def __init__(self, scope: Construct, id: str, *, stage: str):
        super().__init__(scope, id)
        self.stage = stage  # of the deployment
        self.letters = SqsQueue(self, "letters", name=f"letters-{stage}")
        self._dead_letters()

    def _dead_letters(self):
        SqsQueue(self, "dead_letters", name=f"dead-letters-{self.stage}")
