from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class QueueStack(TerraformStack):
    def __init__(self, scope, id, environment_suffix):
        super().__init__(scope, id)
        SqsQueue(self, "queue", name=f"queue-{environment_suffix}")


class PlainStack(TerraformStack):
    """Takes what its base takes."""


app = App()
QueueStack(app, "queue")  # nobody says which
PlainStack(app, "plain", region="eu-west-1")
app.synth()
