from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.dynamodb_table import DynamodbTable
from cdktf_cdktf_provider_aws.provider import AwsProvider
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
        table.add_override("attribute.0.name", "id")
        table.add_override("a_setting_of_tomorrow", True)
        table.add_override("table_class", None)
        table.add_override("read_capacity", "5")
        table.add_override("name", "orders-of-today")
        table.add_override("ttl", {"attribute_name": "expires", "enabled": True})
        # The class of our package has no argument for it.
        table.add_override("deletion_protection_enabled", True)
        self.add_override("terraform.required_version", ">= 1.10")


app = App()
OrderStack(app, "orders")
app.synth()
