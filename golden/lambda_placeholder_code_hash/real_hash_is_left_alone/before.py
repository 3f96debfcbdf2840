from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class OrdersStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        # Written by the release.
        LambdaFunction(
            self,
            "orders",
            function_name="orders",
            role="arn:aws:iam::123456789012:role/orders",
            filename="orders.zip",
            source_code_hash="47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
            handler="orders.handler",
            runtime="python3.12",
        )
