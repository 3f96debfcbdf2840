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
        table.add_override("point_in_time_recovery.enabled", True)
        table.add_override("lifecycle.prevent_destroy", True)
        table.add_override("lifecycle.ignore_changes", ["read_capacity", "write_capacity"])


app = App()
OrderStack(app, "orders")
app.synth()
