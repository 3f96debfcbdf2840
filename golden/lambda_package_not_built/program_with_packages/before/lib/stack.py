import os

from cdktf import Fn, TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class OrdersStack(TerraformStack):
    def __init__(self, scope, id, role_arn):
        super().__init__(scope, id)
        self.role_arn = role_arn
        self.create_functions()

    def create_functions(self):
        LambdaFunction(
            self,
            "orders",
            function_name="orders",
            role=self.role_arn,
            handler="orders.handler",
            runtime="python3.13",
            filename="lambda_function.zip",  # both in one
            source_code_hash="placeholder",
        )
        LambdaFunction(
            self,
            "orders_again",
            function_name="orders-again",
            role=self.role_arn,
            handler="orders.handler",
            runtime="python3.13",
            filename="lambda_function.zip",
        )
