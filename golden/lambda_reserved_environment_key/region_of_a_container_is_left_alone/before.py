import json

from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.codebuild_project import CodebuildProject
from cdktf_cdktf_provider_aws.ecs_task_definition import EcsTaskDefinition
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class JobsStack(TerraformStack):
    def __init__(self, scope, id, region, role):
        super().__init__(scope, id)
        # containers are not told by themselves
        EcsTaskDefinition(
            self,
            "task",
            family="orders",
            container_definitions=json.dumps(
                [{"name": "orders", "environment": [{"name": "AWS_REGION", "value": region}]}]
            ),
        )
        CodebuildProject(
            self,
            "build",
            name="orders",
            service_role=role,
            artifacts={"type": "NO_ARTIFACTS"},
            source={"type": "NO_SOURCE"},
            environment={
                "compute_type": "BUILD_GENERAL1_SMALL",
                "image": "aws/codebuild/standard:7.0",
                "type": "LINUX_CONTAINER",
                "environment_variable": [{"name": "AWS_DEFAULT_REGION", "value": region}],
            },
        )
        LambdaFunction(
            self,
            "orders",
            function_name="orders",
            role=role,
            environment={"variables": {"AWS_ACCOUNT_ID": "123456789012", "AWS_NODEJS_CONNECTION_REUSE_ENABLED": "1"}},
        )
