from cdktf import App, TerraformStack
from imports.aws.dynamodb_table import DynamodbTable
from imports.aws.provider import AwsProvider
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")

        table = DynamodbTable(
            self,
            "orders",
            name="orders",
            billing_mode="PAY_PER_REQUEST",
            hash_key="id",
            attribute=[{"name": "id", "type": "S"}],  # the number of an order
        )
        table.add_override("deletion_protection_enabled", True)


app = App()
OrderStack(app, "orders")
app.synth()
