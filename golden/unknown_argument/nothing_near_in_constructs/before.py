from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class QueueStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        # no queue has one
        SqsQueue(self, "queue", name="orders", throughput=100)
