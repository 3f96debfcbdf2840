from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction, LambdaFunctionEnvironment
from cdktf_cdktf_provider_aws.provider import AwsProvider


class OrdersStack(TerraformStack):
    def __init__(self, scope, id, region="eu-west-1"):
        super().__init__(scope, id)
        self.region = region
        AwsProvider(self, "aws", region=region)
        LambdaFunction(
            self,
            "orders",
            function_name="orders",
            role="arn:aws:iam::123456789012:role/orders",
            environment=LambdaFunctionEnvironment(
                variables={
                    "TABLE_NAME": "orders",  # made elsewhere
                }
            ),
        )
        LambdaFunction(
            self,
            "returns",
            function_name="returns",
            role="arn:aws:iam::123456789012:role/orders",
            environment={"variables": {"ENVIRONMENT": "production"}},
        )
