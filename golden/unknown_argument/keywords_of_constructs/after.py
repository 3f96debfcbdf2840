from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.elasticache_replication_group import ElasticacheReplicationGroup
from cdktf_cdktf_provider_aws.elasticache_subnet_group import ElasticacheSubnetGroup
from cdktf_cdktf_provider_aws.kms_alias import KmsAlias
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction, LambdaFunctionEnvironment
from cdktf_cdktf_provider_aws.route import Route
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket


class CacheStack(TerraformStack):
    def __init__(self, scope, id, key, role, subnets, table, gateway):
        super().__init__(scope, id)
        S3Bucket(self, "bucket", bucket="reports-of-the-day")
        KmsAlias(self, "alias", name="alias/cache", target_key_id=key.id)
        group = ElasticacheSubnetGroup(
            self,
            "subnets",
            name="cache",  # in the private ones
            subnet_ids=subnets,
        )
        ElasticacheReplicationGroup(
            self, "cache", replication_group_id="cache", description="sessions",
            subnet_group_name=group.name,
        )
        Route(self, "out", route_table_id=table.id, destination_cidr_block="0.0.0.0/0", gateway_id=gateway.id)
        LambdaFunction(
            self,
            "api",
            function_name="api",
            role=role.arn,
            environment=LambdaFunctionEnvironment(variables={"STAGE": "test"}),
            tracing_config={"mode": "Active"},
        )
