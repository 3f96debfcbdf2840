import os

from cdktf import AssetType, TerraformAsset, TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class OrdersStack(TerraformStack):
    def __init__(self, scope, id, role, layer):
        super().__init__(scope, id)
        code = TerraformAsset(
            self, "code", path=os.path.join(os.path.dirname(__file__), "lambda"), type=AssetType.ARCHIVE
        )
        # the layer has it
        LambdaFunction(
            self,
            "orders",
            function_name="orders",
            role=role,
            runtime="python3.13",
            handler="datadog_lambda.handler.handler",
            filename=code.path,
            layers=[layer],
        )
        LambdaFunction(
            self,
            "nested",
            function_name="nested",
            role=role,
            runtime="python3.13",
            handler="orders.main.handler",
            filename=code.path,
        )
