import os

from cdktf import AssetType, Fn, TerraformAsset, TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class OrdersStack(TerraformStack):
    def __init__(self, scope, id, role_arn):
        super().__init__(scope, id)
        self.role_arn = role_arn
        self.create_functions()

    def create_functions(self):
        orders_build = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "build", "orders")
        orders_code = TerraformAsset(
            self,
            "orders_code",
            path=orders_build if os.path.isdir(orders_build) else os.path.join(os.path.dirname(os.path.abspath(__file__)), "lambda"),
            type=AssetType.ARCHIVE,
        )
        LambdaFunction(
            self,
            "orders",
            function_name="orders",
            role=self.role_arn,
            handler="orders.handler",
            runtime="python3.13",
            filename=orders_code.path,  # both in one
            source_code_hash=Fn.filebase64sha256(orders_code.path),
        )
        LambdaFunction(
            self,
            "orders_again",
            function_name="orders-again",
            role=self.role_arn,
            handler="orders.handler",
            runtime="python3.13",
            filename=orders_code.path,
            source_code_hash=Fn.filebase64sha256(orders_code.path),
        )
