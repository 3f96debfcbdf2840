from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class ApiStack(TerraformStack):
    def __init__(self, scope, construct_id):
        super().__init__(scope, construct_id)
        self.role = IamRole(self, "role", name="api", assume_role_policy="{}")
        self.logs = IamRolePolicyAttachment(
            self,
            "logs",
            role=self.role.name,
            policy_arn="arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",  # its log
        )

        LambdaFunction(
            self,
            "api",
            function_name="api",
            role=self.role.arn,
            handler="index.handler",
            runtime="python3.13",
            filename="api.zip",
            depends_on=[self.logs],
        )
