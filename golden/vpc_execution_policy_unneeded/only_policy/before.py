from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class ApiStack(TerraformStack):
    def __init__(self, scope, construct_id):
        super().__init__(scope, construct_id)
        role = IamRole(
            self,
            "role",
            name="api",
            assume_role_policy="{}",
            # all it may do
            managed_policy_arns=["arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"],
        )
        LambdaFunction(self, "api", function_name="api", role=role.arn, filename="api.zip")
