from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.dynamodb_table import DynamodbTable
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, protected: bool = True) -> None:
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
        if protected:
            table.add_override("deletion_protection_enabled", True)
        self.protect(table)

    def protect(self, table: DynamodbTable) -> None:
        table.add_override("lifecycle.prevent_destroy", True)


app = App()
OrderStack(app, "orders")
app.synth()
