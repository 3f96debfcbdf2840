from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class QueueStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        # Somebody forgot what these are.
        SqsQueue(self, "jobs", name=f"jobs-{suffix}", tags=Tags().common, policy=json)
