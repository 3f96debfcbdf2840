from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction, LambdaFunctionEnvironment
from cdktf_cdktf_provider_aws.provider import AwsProvider


class OrdersStack(TerraformStack):
    def __init__(self, scope, id, role, region="eu-central-1"):
        super().__init__(scope, id)
        self.region = region
        AwsProvider(self, "aws", region=region)
        LambdaFunction(
            self,
            "orders",
            function_name="orders",
            role=role,
            environment=LambdaFunctionEnvironment(
                variables={
                    "STAGE": "dev",  # of the tables
                }
            ),
        )
