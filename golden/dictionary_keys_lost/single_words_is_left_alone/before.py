from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.db_parameter_group import DbParameterGroup
from cdktf_cdktf_provider_aws.dynamodb_table import DynamodbTable


class TableStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        DynamodbTable(
            self,
            "orders",
            name="orders",
            hash_key="order_id",
            attribute=[{"name": "order_id", "type": "S"}],  # the same in both languages
        )
        DbParameterGroup(
            self,
            "parameters",
            family="postgres16",
            parameter=[{"name": "log_statement", "value": "all"}],
        )
