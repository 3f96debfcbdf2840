from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class QueueStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        europe = AwsProvider(self, "europe", region="eu-west-1", alias="europe")
        SqsQueue(self, "orders", name="orders", provider=europe)  # where the customers are
