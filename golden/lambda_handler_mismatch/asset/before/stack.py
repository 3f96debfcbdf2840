import os

from cdktf import AssetType, TerraformAsset, TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class ApiStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        asset = TerraformAsset(
            self,
            "code",
            path=os.path.join(os.path.dirname(os.path.abspath(__file__)), "lambda"),
            type=AssetType.ARCHIVE,
        )
        # Answers the API.
        LambdaFunction(
            self,
            "api",
            function_name="api",
            role="arn:aws:iam::123456789012:role/api",
            handler="index.handler",
            runtime="python3.12",
            filename=asset.path,
        )
