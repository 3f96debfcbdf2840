from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class ApiStack(TerraformStack):
    def __init__(self, scope, id, role, subnets, groups):
        super().__init__(scope, id)
        LambdaFunction(
            self,
            "api",
            function_name="api",
            role=role.arn,
            vpc_config={"subnet_ids": subnets, "security_group_ids": groups},  # Python makes a struct of it
            file_system_config={"arn": "arn:aws:elasticfilesystem:eu-west-1:1:access-point/a", "local_mount_path": "/mnt"},
        )
