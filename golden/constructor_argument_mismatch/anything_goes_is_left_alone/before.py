from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class QueueStack(TerraformStack):
    def __init__(self, scope, id, *, environment_suffix, **kwargs):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        # The rest is for those who look at it.
        SqsQueue(self, "queue", name=f"queue-{environment_suffix}")


class QueueStackOfTeam(QueueStack):
    pass


app = App()
QueueStack(app, "queue", environment_suffix="dev", region="eu-west-1")
QueueStackOfTeam(app, "team", environment_suffix="dev", region="eu-west-1")
app.synth()
