from cdktf import TerraformOutput, TerraformStack, TerraformVariable
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class QueueStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        name = TerraformVariable(self, "name", type="string")
        queue = SqsQueue(self, "queue", name=name.contents)
        queue.grant_send("everybody")  # as it is in the AWS CDK
        TerraformOutput(self, "url", value=queue.url)
