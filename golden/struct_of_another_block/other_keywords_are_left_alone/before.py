from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction, LambdaFunctionImageConfig


class FunctionStack(TerraformStack):
    def __init__(self, scope, id, role):
        super().__init__(scope, id)
        LambdaFunction(
            self,
            "api",
            function_name="api",
            role=role.arn,
            package_type="Image",
            image_uri="123456789012.dkr.ecr.us-east-1.amazonaws.com/api:1",
            vpc_config=LambdaFunctionImageConfig(command=["api"]),  # what was meant, nobody knows
        )
