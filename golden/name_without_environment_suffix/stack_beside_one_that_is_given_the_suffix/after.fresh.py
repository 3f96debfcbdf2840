import os

from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class QueueStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        SqsQueue(self, "inbox", name=f"orders-inbox-{environment_suffix}")


class TopicStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        SnsTopic(self, "alerts", name=f"orders-alerts-{environment_suffix}")  # the other stack's names have it


app = App()
environment_suffix = os.getenv("ENVIRONMENT_SUFFIX", "dev")
QueueStack(app, "queues", environment_suffix=environment_suffix)
TopicStack(app, "topics", environment_suffix=environment_suffix)
app.synth()
