import json

from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class ApiStack(TerraformStack):
    def __init__(self, scope, construct_id):
        super().__init__(scope, construct_id)
        role = IamRole(self, "role", name="api", assume_role_policy="{}")

        network = IamRolePolicy(
            self,
            "network",
            name="network",
            role=role.id,
            policy=json.dumps({
                "Version": "2012-10-17",
                "Statement": [{
                    "Effect": "Allow",
                    "Action": ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeSubnets"],
                    "Resource": "*",
                }],
            }),
        )

        # answers requests
        api = LambdaFunction(
            self,
            "api",
            function_name="api",
            role=role.arn,
            handler="index.handler",
            runtime="python3.13",
            filename="api.zip",
            depends_on=[role, network],
        )
