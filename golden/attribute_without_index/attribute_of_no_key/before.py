from cdktf_cdktf_provider_aws.dynamodb_table import (
    DynamodbTable,
    DynamodbTableAttribute,
    DynamodbTableGlobalSecondaryIndex,
)
from constructs import Construct


class Rooms(Construct):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        DynamodbTable(
            self,
            "rooms",
            name="rooms",
            billing_mode="PAY_PER_REQUEST",
            hash_key="id",
            attribute=[
                DynamodbTableAttribute(name="id", type="S"),  # who is connected
                DynamodbTableAttribute(name="room", type="S"),
                DynamodbTableAttribute(name="team", type="S"),
            ],
            global_secondary_index=[
                DynamodbTableGlobalSecondaryIndex(name="by-team", hash_key="team", projection_type="ALL"),
            ],
        )
