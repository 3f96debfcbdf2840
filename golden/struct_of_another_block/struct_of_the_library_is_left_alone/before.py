from cdktf import TerraformResourceLifecycle, TerraformStack
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class QueueStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        # It has orders in it.
        SqsQueue(self, "orders", name="orders", lifecycle=TerraformResourceLifecycle(prevent_destroy=True))
