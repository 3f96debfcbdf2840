from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class AggStack(TerraformStack):
    def __init__(self, scope, id, trust):
        super().__init__(scope, id)
        role = IamRole(self, "role", assume_role_policy = trust)
        logs = IamRolePolicyAttachment(
            self,
            "logs",
            role = role.name,
            policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
        )
        LambdaFunction(self, "agg",
            function_name = "agg",
            role = role.arn,
            s3_bucket = "code",
            s3_key = "agg.zip"
        )
        LambdaFunction(
            self,
            "sum",
            function_name = "sum",
            role          = role.arn,
            s3_bucket     = "code",
            s3_key        = "sum.zip",
        )
