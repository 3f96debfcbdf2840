from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.ecs_service import EcsService
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction, LambdaFunctionVpcConfig


class ApiStack(TerraformStack):
    def __init__(self, scope, id, role, subnets, groups):
        super().__init__(scope, id)
        LambdaFunction(
            self,
            "api",
            function_name="api",
            role=role.arn,
            vpc_config={"subnet_ids": subnets, "security_group_ids": groups},
            timeout=30,  # as the gateway
        )
        LambdaFunction(
            self, "worker", function_name="worker", role=role.arn, vpc_config=LambdaFunctionVpcConfig(subnet_ids=subnets, security_group_ids=groups),
        )
        EcsService(
            self,
            "orders",
            name="orders",
            deployment_maximum_percent=200,
            deployment_minimum_healthy_percent=100,
            desired_count=2,
        )
