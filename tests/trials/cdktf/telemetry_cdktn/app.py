from cdktn import App, TerraformOutput, TerraformStack
from cdktn_provider_aws.provider import AwsProvider
from cdktn_provider_aws.timestreamwrite_database import TimestreamwriteDatabase
from cdktn_provider_aws.timestreamwrite_table import TimestreamwriteTable
from cdktn_provider_aws.iot_topic_rule import IotTopicRule, IotTopicRuleTimestream, IotTopicRuleTimestreamDimension

from infra.buckets import LoggedBucket


class TelemetryStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-central-1")
        raw = LoggedBucket(self, "raw", bucket="acme-telemetry-raw")
        database = TimestreamwriteDatabase(self, "database", name="telemetry")
        table = TimestreamwriteTable(
            self, "readings",
            database_name=database.database_name,
            table_name="readings",
            retention_properties={
                "memory_store_retention_period_in_hours": "24",
                "magnetic_store_retention_period_in_days": 365,
            },
        )
        IotTopicRule(
            self, "store",
            name="store_readings",
            enabled=True,
            sql="SELECT * FROM 'devices/+/readings'",
            sql_version="2016-03-23",
            timestream=IotTopicRuleTimestream(
                database_name=database.database_name,
                table_name=table.table_name,
                role_arn="arn:aws:iam::123456789012:role/iot-timestream",
                dimension=[IotTopicRuleTimestreamDimension(name="device", value="${topic(2)}")],
            ),
        )
        TerraformOutput(self, "bucket", value=raw.bucket.bucket)


app = App()
TelemetryStack(app, "telemetry")
app.synth()
