from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class ApiStack(TerraformStack):
    def __init__(self, scope, id, role):
        super().__init__(scope, id)
        LambdaFunction(
            self,
            "api",
            function_name="api",
            role=role.arn,
            # which of them is meant?
            environment=[{"variables": {"STAGE": "test"}}, {"variables": {"STAGE": "live"}}],
            vpc_config=[],
        )
