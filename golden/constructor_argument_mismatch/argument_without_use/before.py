from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class QueueStack(TerraformStack):
    def __init__(self, scope, id, environment_suffix="dev"):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        SqsQueue(self, "queue", name=f"queue-{environment_suffix}")


app = App()
QueueStack(
    app,
    "queue",
    environment_suffix="dev",
    state_bucket="states",  # of the old pipeline
    state_bucket_region="us-east-1",
)
app.synth()
