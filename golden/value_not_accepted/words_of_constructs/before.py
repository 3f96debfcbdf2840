from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.dynamodb_table import DynamodbTable, DynamodbTableAttribute


class TableStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        CloudwatchLogGroup(self, "logs", name="/orders", retention_in_days=45)  # a month and a half
        DynamodbTable(
            self,
            "orders",
            name="orders",
            billing_mode="pay_per_request",
            hash_key="id",
            attribute=[DynamodbTableAttribute(name="id", type="s"), {"name": "customer", "type": "String"}],
        )
