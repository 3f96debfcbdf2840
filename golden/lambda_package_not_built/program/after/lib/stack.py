import os

from cdktf import AssetType, Fn, TerraformAsset, TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class OrdersStack(TerraformStack):
    def __init__(self, scope, id, role_arn):
        super().__init__(scope, id)

        orders_code = TerraformAsset(
            self,
            "orders_code",
            path=os.path.join(os.path.dirname(os.path.abspath(__file__)), "lambda"),
            type=AssetType.ARCHIVE,
        )

        # answers requests
        self.orders = LambdaFunction(
            self,
            "orders",
            function_name="orders",
            role=role_arn,
            handler="orders.handler",
            runtime="python3.13",
            filename=orders_code.path,
            source_code_hash=Fn.filebase64sha256(orders_code.path),
        )
