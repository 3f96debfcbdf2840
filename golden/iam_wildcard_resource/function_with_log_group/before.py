import json

from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class MetricsStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)

        role = IamRole(self, "aggregator", name="aggregator", assume_role_policy=trust_policy)

        log_group = CloudwatchLogGroup(self, "logs", name="/aws/lambda/metrics-aggregator", retention_in_days=14)

        IamRolePolicy(
            self,
            "policy",
            name="aggregator",
            role=role.id,
            policy=json.dumps(
                {
                    "Version": "2012-10-17",
                    "Statement": [
                        {
                            "Effect": "Allow",  # what the runtime writes
                            "Action": ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
                            "Resource": "arn:aws:logs:*:*:*",
                        }
                    ],
                }
            ),
        )

        LambdaFunction(
            self,
            "function",
            function_name="metrics-aggregator",
            role=role.arn,
            handler="aggregator.handler",
            runtime="python3.12",
            filename="aggregator.zip",
            depends_on=[log_group],
        )
