from cdktf import App, TerraformResourceLifecycle, TerraformStack
from cdktf_cdktf_provider_aws.dynamodb_table import DynamodbTable, DynamodbTablePointInTimeRecovery
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
            lifecycle=TerraformResourceLifecycle(ignore_changes=["read_capacity", "write_capacity"], prevent_destroy=True),
            point_in_time_recovery=DynamodbTablePointInTimeRecovery(enabled=True),
        )


app = App()
OrderStack(app, "orders")
app.synth()
