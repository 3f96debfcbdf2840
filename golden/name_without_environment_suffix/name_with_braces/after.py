from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.ssm_parameter import SsmParameter
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str = "") -> None:
        super().__init__(scope, id)
        name_suffix = f"-{environment_suffix}" if environment_suffix else ""
        AwsProvider(self, "aws", region="eu-west-1")
        SqsQueue(self, "inbox", name=fr"orders-inbox{name_suffix}")
        SsmParameter(
            self,
            "pattern",
            name="/orders/pattern",
            type="String",
            value=f'{{"queue": "arn:aws:sqs:eu-west-1:123456789012:orders-inbox{name_suffix}"}}',  # read by the shop
        )


app = App()
OrderStack(app, "orders")
app.synth()
