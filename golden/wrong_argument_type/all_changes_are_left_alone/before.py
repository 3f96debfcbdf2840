from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class QueueStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        queue = SqsQueue(self, "orders", name="orders")
        # Somebody else looks after this one.
        SqsQueue(self, "dead", name="dead", depends_on=[queue], lifecycle={"ignore_changes": "all"})
