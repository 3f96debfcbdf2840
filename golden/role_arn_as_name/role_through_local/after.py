from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class ApiStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)

        api = IamRole(self, "api", name="api", assume_role_policy=trust_policy)
        role_arn = api.arn

        IamRolePolicyAttachment(
            self,
            "logs",
            role=api.name,
            policy_arn="arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
        )
        LambdaFunction(
            self,
            "function",
            function_name="api",
            role=role_arn,  # an ARN, and rightly so
            handler="app.handler",
            runtime="python3.12",
            filename="app.zip",
        )
