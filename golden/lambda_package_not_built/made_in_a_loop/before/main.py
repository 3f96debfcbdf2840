from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class OrdersStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        # one for each stage
        for stage in ("blue", "green"):
            LambdaFunction(
                self,
                f"orders_{stage}",
                function_name=f"orders-{stage}",
                role="arn:aws:iam::123456789012:role/orders",
                handler="orders.handler",
                runtime="python3.13",
                filename="orders.zip",
            )


app = App()
OrdersStack(app, "orders")
app.synth()
