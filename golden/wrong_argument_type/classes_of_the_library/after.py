from cdktf import S3Backend, TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class QueueStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        S3Backend(self, bucket="state-of-the-company", key="orders.tfstate", encrypt=True)
        queue = SqsQueue(self, "queue", name="orders", lifecycle={"prevent_destroy": True, "ignore_changes": ["tags"]})
        TerraformOutput(self, "url", value=queue.url, sensitive=True)  # nobody's business
