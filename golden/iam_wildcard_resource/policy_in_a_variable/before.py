import json

from cdktf import App, Fn, TerraformStack, Token
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct



class Orders(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        role = IamRole(self, "role", name_prefix="orders", assume_role_policy="{}")
        self.log_group = CloudwatchLogGroup(self, "logs", name="/aws/lambda/orders", retention_in_days=14)
        LambdaFunction(self, "fn", function_name="orders", role=role.arn, handler="a.b", runtime="python3.12", filename="a.zip", depends_on=[self.log_group])

        document = {
            "Version": "2012-10-17",
            "Statement": [
                {"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": "*"},  # what the runtime writes
            ],
        }
        IamRolePolicy(self, "first", role=role.id, policy=json.dumps(document))

        self.statements = [{"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": "*"}]
        IamRolePolicy(
            self,
            "second",
            role=role.id,
            policy=Token.as_string(Fn.jsonencode({"Version": "2012-10-17", "Statement": self.statements})),
        )

        shared = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": "*"}]}
        IamRolePolicy(self, "third", role=role.id, policy=json.dumps(shared))
        IamRolePolicy(self, "fourth", role=role.id, policy=json.dumps(shared))


app = App()
Orders(app, "orders")
app.synth()
