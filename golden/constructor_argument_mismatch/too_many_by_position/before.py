from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class QueueStack(TerraformStack):
    def __init__(self, scope, id, environment_suffix):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        SqsQueue(self, "queue", name=f"queue-{environment_suffix}")


app = App()
# Where should it go?
QueueStack(app, "queue", "dev", "eu-west-1")
app.synth()
