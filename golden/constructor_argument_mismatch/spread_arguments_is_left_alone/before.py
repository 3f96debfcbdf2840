from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from settings import settings


class QueueStack(TerraformStack):
    def __init__(self, scope, id, environment_suffix, region=None):
        super().__init__(scope, id)
        SqsQueue(self, "queue", name=f"queue-{environment_suffix}-{region}")


app = App()
QueueStack(app, "queue", **settings)  # has the suffix
QueueStack(app, "other", *settings.values())
app.synth()
