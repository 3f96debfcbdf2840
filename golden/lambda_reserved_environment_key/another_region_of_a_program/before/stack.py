import os

from cdktf import AssetType, TerraformAsset, TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.provider import AwsProvider


class CopyStack(TerraformStack):
    def __init__(self, scope, id, role):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-central-1")
        code = TerraformAsset(
            self, "code", path=os.path.join(os.path.dirname(__file__), "src"), type=AssetType.ARCHIVE
        )
        LambdaFunction(
            self,
            "copy",
            function_name="copy",
            role=role,
            runtime="python3.13",
            handler="copy_objects.handler",
            filename=code.path,
            environment={"variables": {"AWS_REGION": "us-west-2"}},  # where copies go
        )
