import os

from cdktf import App, AssetType, TerraformAsset, TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class OrdersStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        asset = TerraformAsset(
            self,
            "code",
            path=os.path.join(os.path.dirname(__file__), "lambda"),
            type=AssetType.ARCHIVE,
        )
        # Adds the orders up.
        LambdaFunction(
            self,
            "orders",
            function_name="orders",
            role="arn:aws:iam::123456789012:role/orders",
            handler="orders.handler",
            runtime="python3.12",
            filename=asset.path,
        )


app = App()
OrdersStack(app, "orders")
app.synth()
