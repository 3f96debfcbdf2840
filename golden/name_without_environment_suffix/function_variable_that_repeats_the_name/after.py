from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class ShopStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, role_arn: str, environment_suffix: str = "") -> None:
        super().__init__(scope, id)
        name_suffix = f"-{environment_suffix}" if environment_suffix else ""
        AwsProvider(self, "aws", region="eu-west-1")
        SqsQueue(self, "queue", name=f"shop-orders{name_suffix}")
        LambdaFunction(
            self,
            "checkout",
            function_name=f"shop-checkout{name_suffix}",
            role=role_arn,
            handler="checkout.handler",
            runtime="python3.12",
            filename="checkout.zip",
            environment={"variables": {"QUEUE_NAME": f"shop-orders{name_suffix}"}},  # read by the handler
        )


app = App()
ShopStack(app, "shop", role_arn="arn:aws:iam::123456789012:role/checkout")
app.synth()
