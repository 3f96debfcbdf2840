from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, project_name: str = "orders", environment_suffix: str = "") -> None:
        super().__init__(scope, id)
        name_suffix = f"-{environment_suffix}" if environment_suffix else ""
        AwsProvider(self, "aws", region="eu-west-1")
        SqsQueue(self, "inbox", name=f"orders-inbox{name_suffix}.fifo", fifo_queue=True)  # the ending is AWS's
        SnsTopic(self, "events", name=f"{project_name}{name_suffix}-events.fifo", fifo_topic=True)


app = App()
OrderStack(app, "orders")
app.synth()
