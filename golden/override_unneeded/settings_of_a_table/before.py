from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.dynamodb_table import DynamodbTable
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, team: str = "shop") -> None:
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
        table.add_override("tags", {"Team": f"{team}-orders"})

        self.archive = DynamodbTable(self, "archive", name="archive", hash_key="id", attribute=[{"name": "id", "type": "S"}])
        self.archive.add_override("read_capacity", 5)
        self.archive.add_override("write_capacity", 5)


app = App()
OrderStack(app, "orders")
app.synth()
