from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction, LambdaFunctionVpcConfig


class FunctionStack(TerraformStack):
    def __init__(self, scope, id, role, subnets, groups):
        super().__init__(scope, id)
        LambdaFunction(
            self,
            "api",
            function_name="api",
            role=role.arn,
            handler="api.handler",
            runtime="python3.13",
            filename="api.zip",
            environment={"variables": {"STAGE": "test"}},  # no struct at all
            vpc_config=LambdaFunctionVpcConfig(subnet_ids=subnets, security_group_ids=groups),
        )
