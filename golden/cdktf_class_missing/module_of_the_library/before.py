from cdktf import TerraformStack
from cdktf.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class QueueStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-central-1")  # where the customers are
        SqsQueue(self, "orders", name="orders")
