from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.cloudwatch_metric_alarm import CloudwatchMetricAlarm, CloudwatchMetricAlarmMetricQuery
from cdktf_cdktf_provider_aws.dynamodb_table import (
    DynamodbTable,
    DynamodbTableAttribute,
    DynamodbTableGlobalSecondaryIndex,
    DynamodbTableReplica,
)


class TableStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        DynamodbTable(
            self,
            "orders",
            name="orders",
            billing_mode="PAY_PER_REQUEST",
            hash_key="id",
            attribute=[
                DynamodbTableAttribute(name="id", type="S"),
                DynamodbTableAttribute(name="customer", type="S"),
            ],
            global_secondary_index=[
                DynamodbTableGlobalSecondaryIndex(name="by-customer", hash_key="customer", projection_type="ALL"),  # who ordered
            ],
            replica=[DynamodbTableReplica(region_name="eu-west-1")],
        )
        CloudwatchMetricAlarm(
            self,
            "alarm",
            alarm_name="orders",
            comparison_operator="GreaterThanThreshold",
            evaluation_periods=1,
            threshold=1,
            metric_query=[
                CloudwatchMetricAlarmMetricQuery(id="e1", expression="m1 * 2", return_data=True),
                CloudwatchMetricAlarmMetricQuery(
                    id="m1",
                    metric={"metric_name": "Errors", "namespace": "AWS/Lambda", "period": 60, "stat": "Sum"},
                ),
            ],
        )
