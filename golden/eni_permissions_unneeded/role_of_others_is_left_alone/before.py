import json

from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class RolesStack(TerraformStack):
    def __init__(self, scope, construct_id):
        super().__init__(scope, construct_id)
        self.role = IamRole(self, "role", name="api", assume_role_policy="{}")
        IamRolePolicy(
            self,
            "network",
            role=self.role.id,
            policy=json.dumps({
                "Statement": [{
                    "Effect": "Allow",
                    "Action": ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"],
                    "Resource": "*",
                }],
            }),
        )
        LambdaFunction(self, "api", function_name="api", role=self.role.arn)


class WorkerStack(TerraformStack):
    def __init__(self, scope, construct_id, roles, subnets):
        super().__init__(scope, construct_id)
        # uses the role of the other stack
        LambdaFunction(
            self,
            "worker",
            function_name="worker",
            role=roles.role.arn,
            vpc_config={"subnet_ids": subnets, "security_group_ids": []},
        )


app = App()
WorkerStack(app, "worker", RolesStack(app, "roles"), [])
app.synth()
