from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.data_aws_region import DataAwsRegion
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction


class OrdersStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        region = DataAwsRegion(self, "region")
        LambdaFunction(
            self,
            "orders",
            function_name="orders",
            role="arn:aws:iam::123456789012:role/orders",
            memory_size=128,  # kept small
        )
