from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")

        for index in range(2):  # one for each worker
            SqsQueue(self, f"work-{index}", name=f"work-{index}")

        for event in ["created", "paid"]:
            SnsTopic(self, event, name=f"orders-{event}-{environment_suffix}")


app = App()
OrderStack(app, "orders")
app.synth()
