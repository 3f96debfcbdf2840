from cdktf import App, TerraformStack, TerraformVariable, TerraformOutput
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.dms_endpoint import DmsEndpoint, DmsEndpointPostgresSettings
from cdktf_cdktf_provider_aws.dms_replication_instance import DmsReplicationInstance
from cdktf_cdktf_provider_aws.dms_replication_subnet_group import DmsReplicationSubnetGroup
from cdktf_cdktf_provider_aws.dms_replication_task import DmsReplicationTask
import json


class MigrationStack(TerraformStack):
    """One time move of the order history from Oracle."""

    def __init__(self, scope: Construct, id: str, *, subnets: list[str]):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")
        source_password = TerraformVariable(self, "source_password", type="string", sensitive=True)
        target_password = TerraformVariable(self, "target_password", type="string", sensitive="yes")

        group = DmsReplicationSubnetGroup(
            self, "subnets",
            replication_subnet_group_id="history",
            description="history",
            subnet_ids=subnets,
        )
        instance = DmsReplicationInstance(
            self, "instance",
            replication_instance_id="history",
            instance_class="dms.t3.medium",
            allocated_storage="50",
            replication_subnet_group_id=group.id,
            publicly_accessible=False,
        )
        source = DmsEndpoint(
            self, "source",
            endpoint_id="oracle",
            endpoint_type="source",
            engine="oracle",
            server_name="oracle.corp.acme.io",
            port=1521,
            username="dms",
            password=source_password.string_value,
            database_name="ORDERS",
        )
        target = DmsEndpoint(
            self, "target",
            endpoint_id="postgres",
            endpoint_type="target",
            engine_name="aurora-postgresql",
            server_name="orders.cluster-abc.us-east-1.rds.amazonaws.com",
            port=5432,
            username="dms",
            password=target_password.value_as_string,
            database_name="orders",
            postgres_settings=[DmsEndpointPostgresSettings(max_file_size=512)],
        )
        task = DmsReplicationTask(
            self, "task",
            replication_task_id="history",
            migration_type="full-load-and-cdc",
            replication_instance_arn=instance.replication_instance_arn,
            source_endpoint_arn=source.endpoint_arn,
            target_endpoint_arn=target.endpoint_arn,
            table_mappings={
                "rules": [
                    {
                        "rule-type": "selection",
                        "rule-id": "1",
                        "rule-name": "1",
                        "object-locator": {"schema-name": "ORDERS", "table-name": "%"},
                        "rule-action": "include",
                    }
                ]
            },
        )
        TerraformOutput(self, "task_arn", value=task.replication_task_arn)


app = App()
MigrationStack(app, "migration", subnets=["subnet-1", "subnet-2"])
app.synth()
