from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class OrdersStack(TerraformStack):
    def __init__(self, scope, id, role_arn):
        super().__init__(scope, id)

        # answers requests
        self.orders = LambdaFunction(
            self,
            "orders",
            function_name="orders",
            role=role_arn,
            handler="orders.handler",
            runtime="python3.13",
            filename="dist/orders.zip",
        )
