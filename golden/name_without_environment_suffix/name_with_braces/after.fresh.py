from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.ssm_parameter import SsmParameter
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        SqsQueue(self, "inbox", name=fr"orders-inbox-{environment_suffix}")
        SsmParameter(
            self,
            "pattern",
            name="/orders/pattern",
            type="String",
            value=f'{{"queue": "arn:aws:sqs:eu-west-1:123456789012:orders-inbox-{environment_suffix}"}}',  # read by the shop
        )


app = App()
OrderStack(app, "orders")
app.synth()
