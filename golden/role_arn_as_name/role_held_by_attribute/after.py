from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class ApiStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)
        self.execution = IamRole(self, "execution", name="api", assume_role_policy=trust_policy)
        self._attach_policies()
        self._create_function()

    def _attach_policies(self):
        IamRolePolicyAttachment(
            self,
            "logs",
            role=self.execution.name,  # made in the constructor
            policy_arn="arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
        )

    def _create_function(self):
        self.function = LambdaFunction(
            self,
            "function",
            function_name="api",
            role=self.execution.arn,
            handler="app.handler",
            runtime="python3.12",
            filename="app.zip",
        )
