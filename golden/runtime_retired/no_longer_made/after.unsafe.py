from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class Old(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        LambdaFunction(
            self,
            "old",
            function_name="old",
            role="arn:aws:iam::123456789012:role/work",
            handler="index.handler",
            runtime="nodejs24.x",  # since 2021
            filename="old.zip",
        )
