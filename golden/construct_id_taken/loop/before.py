from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class MailStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        for name in ("inbox", "outbox"):
            SqsQueue(self, "queue", name=f"mail-{name}")  # one for each way
