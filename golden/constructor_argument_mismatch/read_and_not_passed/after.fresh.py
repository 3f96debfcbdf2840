import os

from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class QueueStack(TerraformStack):
    def __init__(self, scope, id, **kwargs):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region=kwargs.get("aws_region") or "eu-west-1")
        environment_suffix = kwargs.get("environment_suffix")
        SqsQueue(self, "queue", name=f"queue-{environment_suffix}")  # queue-None so far


aws_region = os.environ.get("AWS_REGION")
environment_suffix = os.environ.get("ENVIRONMENT_SUFFIX", "dev")
app = App()
QueueStack(app, f"queues-{environment_suffix}", environment_suffix=environment_suffix)
app.synth()
