import json

from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class ApiStack(TerraformStack):
    def __init__(self, scope, construct_id, **settings):
        super().__init__(scope, construct_id)
        role = IamRole(self, "role", name="api", assume_role_policy="{}")
        IamRolePolicy(
            self,
            "network",
            role=role.id,
            policy=json.dumps({
                "Statement": [{
                    "Effect": "Allow",
                    "Action": ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"],
                    "Resource": "*",
                }],
            }),
        )
        # settings may put it into a network
        LambdaFunction(self, "api", function_name="api", role=role.arn, **settings)
