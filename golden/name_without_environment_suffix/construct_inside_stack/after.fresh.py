from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class Messaging(Construct):
    def __init__(self, scope: Construct, id: str, project: str, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        SqsQueue(self, "inbox", name=f"{project}-{environment_suffix}-inbox")
        SnsTopic(self, "events", name=f"{project}-{environment_suffix}-events")  # listened to by the shop


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        Messaging(self, "messaging", project="orders", environment_suffix=environment_suffix)


app = App()
OrderStack(app, "orders")
app.synth()
