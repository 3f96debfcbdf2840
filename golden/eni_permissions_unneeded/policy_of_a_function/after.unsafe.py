import json

from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_policy import IamPolicy
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class ApiStack(TerraformStack):
    def __init__(self, scope, construct_id, trust_policy):
        super().__init__(scope, construct_id)
        self.role = IamRole(self, "role", name="api", assume_role_policy=trust_policy)
        policy = IamPolicy(
            self,
            "policy",
            name="api",
            policy=json.dumps({
                "Version": "2012-10-17",
                "Statement": [
                    # reads only
                    {"Effect": "Allow", "Action": ["dynamodb:GetItem"], "Resource": "*"},
                ],
            }),
        )
        IamRolePolicyAttachment(self, "attachment", role=self.role.name, policy_arn=policy.arn)
        self._create_function()

    def _create_function(self):
        LambdaFunction(
            self,
            "api",
            function_name="api",
            role=self.role.arn,
            handler="index.handler",
            runtime="python3.13",
            filename="api.zip",
        )
