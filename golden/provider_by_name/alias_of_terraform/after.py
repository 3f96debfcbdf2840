from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.codestarconnections_connection import CodestarconnectionsConnection
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class QueueStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")
        europe = AwsProvider(self, "europe", region="eu-west-1", alias="europe")
        SqsQueue(self, "there", name="there", provider=europe)
        SqsQueue(
            self,
            "orders",
            name="orders",
            provider=europe,  # where the customers are
        )
        CodestarconnectionsConnection(self, "source", name="source", provider_type="GitHub")
