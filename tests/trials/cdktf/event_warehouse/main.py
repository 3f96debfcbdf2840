import os
from cdktf import App, TerraformStack, TerraformOutput, TerraformVariable
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.redshift_cluster import RedshiftCluster
from cdktf_cdktf_provider_aws.redshift_subnet_group import RedshiftSubnetGroup
from cdktf_cdktf_provider_aws.redshift_parameter_group import RedshiftParameterGroup
from cdktf_cdktf_provider_aws.glue_catalog_database import GlueCatalogDatabase
from cdktf_cdktf_provider_aws.glue_catalog_table import (
    GlueCatalogTable,
    GlueCatalogTableStorageDescriptor,
    GlueCatalogTableStorageDescriptorColumns,
    GlueCatalogTableStorageDescriptorSerdeInfo,
)
from cdktf_cdktf_provider_aws.glue_crawler import GlueCrawler
from cdktf_cdktf_provider_aws.athena_workgroup import AthenaWorkgroup


class WarehouseStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment: str, region: str):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region=region)
        master_password = TerraformVariable(self, "master_password", type="string", sensitive=True)

        subnets = RedshiftSubnetGroup(self, "subnets", name=f"warehouse-{environment}", subnet_ids=["subnet-1", "subnet-2"])
        RedshiftParameterGroup(
            self, "parameters",
            name=f"warehouse-{environment}",
            family="redshift-1.0",
            parameter={"name": "require_ssl", "value": "true"},
        )
        cluster = RedshiftCluster(
            self, "cluster",
            cluster_identifier=f"warehouse-{environment}",
            cluster_type="multi-node",
            node_type="ra3.xlplus",
            number_of_nodes="2",
            db_name="events",
            master_username="warehouse",
            master_password=master_password.string_value,
            subnet_group_name=subnets.name,
            encrypted=True,
            skip_final_snapshot=environment != "prod",
        )

        catalog = GlueCatalogDatabase(self, "catalog", name=f"events_{environment}")
        GlueCatalogTable(
            self, "clicks",
            name="clicks",
            database=catalog.name,
            table_type="EXTERNAL_TABLE",
            parameters={"classification": "parquet"},
            storage_descriptor=GlueCatalogTableStorageDescriptor(
                location=f"s3://acme-events-{environment}/clicks/",
                input_format="org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
                output_format="org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
                ser_de_info=GlueCatalogTableStorageDescriptorSerdeInfo(
                    serialization_library="org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
                ),
                columns=[
                    GlueCatalogTableStorageDescriptorColumns(name="user_id", type="string"),
                    GlueCatalogTableStorageDescriptorColumns(name="at", type="timestamp"),
                ],
            ),
        )
        GlueCrawler(
            self, "crawler",
            name=f"events-{environment}",
            database_name=catalog.name,
            role="arn:aws:iam::123456789012:role/glue",
            s3_target={"path": f"s3://acme-events-{environment}/"},
        )
        AthenaWorkgroup(
            self, "workgroup",
            name=f"analysts-{environment}",
            configuration={
                "enforce_workgroup_configuration": True,
                "result_configuration": {"output_location": f"s3://acme-athena-{environment}/"},
            },
        )
        TerraformOutput(self, "endpoint", value=cluster.endpoint, sensitive=True)


app = App()
WarehouseStack(app, "warehouse", environment=os.getenv("ENVIRONMENT", "dev"), region="eu-central-1")
app.synth()
