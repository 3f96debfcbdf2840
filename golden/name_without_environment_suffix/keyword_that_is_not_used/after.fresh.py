from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, *, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        SqsQueue(self, "inbox", name=f"orders-inbox-{environment_suffix}")
        SnsTopic(self, "alerts", name=f"orders-alerts-{environment_suffix}")  # forgotten


app = App()
OrderStack(app, "orders", environment_suffix="dev")
app.synth()
