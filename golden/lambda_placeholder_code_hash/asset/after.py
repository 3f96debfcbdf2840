import os

from cdktf import AssetType, Fn, TerraformAsset, TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class OrdersStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        asset = TerraformAsset(
            self, "code", path=os.path.join(os.path.dirname(__file__), "lambda"), type=AssetType.ARCHIVE
        )
        LambdaFunction(
            self,
            "orders",
            function_name="orders",
            role="arn:aws:iam::123456789012:role/orders",
            filename=asset.path,
            source_code_hash=Fn.filebase64sha256(asset.path),  # changes with the code
            handler="orders.handler",
            runtime="python3.12",
        )
