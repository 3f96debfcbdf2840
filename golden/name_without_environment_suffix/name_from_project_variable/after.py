from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct

PROJECT = "orders"


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, project_name: str = PROJECT, environment_suffix: str = "") -> None:
        super().__init__(scope, id)
        name_suffix = f"-{environment_suffix}" if environment_suffix else ""
        AwsProvider(self, "aws", region="eu-west-1")

        SnsTopic(self, "alerts", name=f"{project_name}{name_suffix}-alerts")  # paged at night
        SqsQueue(self, "inbox", name=f"{PROJECT}{name_suffix}-inbox")


app = App()
OrderStack(app, "orders")
app.synth()
