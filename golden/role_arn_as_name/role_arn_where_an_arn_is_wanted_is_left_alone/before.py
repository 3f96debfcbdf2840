from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.ecs_task_definition import EcsTaskDefinition
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class ApiStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)
        role = IamRole(self, "service", name="service", assume_role_policy=trust_policy)

        LambdaFunction(
            self,
            "api",
            function_name="api",
            role=role.arn,  # a function takes the ARN
            handler="app.handler",
            runtime="python3.12",
            filename="app.zip",
        )
        EcsTaskDefinition(
            self,
            "web",
            family="web",
            container_definitions="[]",
            execution_role_arn=role.arn,
            task_role_arn=role.arn,
        )
