from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class QueueStack(TerraformStack):
    def __init__(self, scope, id, environment_suffix, delay=0, *, region="eu-west-1", **kwargs):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region=region)
        suffix = kwargs.get("suffix", "queue")
        # The team that calls tells which it is.
        SqsQueue(self, "queue", name=f"{environment_suffix}-{suffix}", delay_seconds=delay)


suffix = "letters"
app = App()
QueueStack(app, "queue", "dev", 30, region="eu-north-1")
QueueStack(app, "other", environment_suffix="test")
app.synth()
