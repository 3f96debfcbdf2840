import json

from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.dynamodb_table import DynamodbTable
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket


class OrdersStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)

        table = DynamodbTable(self, "orders", name="orders", billing_mode="PAY_PER_REQUEST", hash_key="id")
        exports = S3Bucket(self, "exports", bucket="orders-exports")
        role = IamRole(self, "role", name="orders", assume_role_policy=trust_policy)

        IamRolePolicy(
            self,
            "policy",
            role=role.id,
            policy=json.dumps({
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Action": ["dynamodb:GetItem", "dynamodb:Query", "s3:PutObject"],
                        "Resource": [table.arn, f"{table.arn}/index/*", f"{exports.arn}/*"],  # to be narrowed
                    },
                    {"Effect": "Allow", "Action": ["ec2:DescribeInstances"], "Resource": "*"},
                ],
            }),
        )

        LambdaFunction(
            self,
            "function",
            function_name="orders",
            role=role.arn,
            handler="orders.handler",
            runtime="python3.12",
            filename="orders.zip",
            environment={"variables": {"TABLE": table.name, "BUCKET": exports.bucket}},
        )
