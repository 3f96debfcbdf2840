from cdktf import App, TerraformStack, TerraformOutput
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.elasticache_replication_group import ElasticacheReplicationGroup
from cdktf_cdktf_provider_aws.elasticache_subnet_group import ElasticacheSubnetGroup
from cdktf_cdktf_provider_aws.elasticache_parameter_group import ElasticacheParameterGroup
from cdktf_cdktf_provider_aws.security_group import SecurityGroup, SecurityGroupIngress, SecurityGroupEgress
from cdktf_cdktf_provider_aws.cloudwatch_metric_alarm import CloudwatchMetricAlarm

PRIVATE_SUBNETS = ["subnet-0aa11bb22cc33dd44", "subnet-0bb11bb22cc33dd55"]


class SessionCache(Construct):
    """Redis for web sessions."""

    def __init__(self, scope: Construct, id: str, vpc_id: str, env: str):
        super().__init__(scope, id)
        self.env = env

        group = ElasticacheSubnetGroup(
            self,
            "subnets",
            subnet_group_name=f"sessions-{env}",
            subnet_ids=PRIVATE_SUBNETS,
        )
        params = ElasticacheParameterGroup(
            self,
            "params",
            name=f"sessions-{env}",
            family="redis7",
            parameter={"name": "maxmemory-policy", "value": "allkeys-lru"},
        )
        sg = SecurityGroup(
            self,
            "sg",
            name=f"sessions-{env}",
            vpc_id=vpc_id,
            ingress=[SecurityGroupIngress(from_port="6379", to_port="6379", protocol="tcp", cidr_blocks=["10.0.0.0/8"])],
            egress=[SecurityGroupEgress(from_port=0, to_port=0, protocol="-1", cidr_blocks=["0.0.0.0/0"])],
        )
        self.redis = ElasticacheReplicationGroup(
            self,
            "redis",
            replication_group_id=f"sessions-{env}",
            replication_group_description="Web sessions",
            engine="redis",
            engine_version="7.1",
            node_type="cache.t4g.small",
            number_cache_clusters=2,
            automatic_failover_enabled=True,
            multi_az_enabled=True,
            at_rest_encryption_enabled=True,
            transit_encryption_enabled=True,
            auto_minor_version_upgrade=True,
            subnet_group_name=group.name,
            parameter_group_name=params.name,
            security_group_ids=[sg.id],
            port=6379,
        )
        CloudwatchMetricAlarm(
            self,
            "evictions",
            alarm_name=f"session-evictions-{env}",
            comparison_operator="GreaterThanThreshold",
            evaluation_periods=2,
            metric_name="Evictions",
            namespace="AWS/ElastiCache",
            period=300,
            statistic="Sum",
            threshold=100,
            dimensions=[{"ReplicationGroupId": self.redis.id}],
        )


class CacheStack(TerraformStack):
    def __init__(self, scope, id, env="staging"):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-2")
        cache = SessionCache(self, "sessions", vpc_id="vpc-0123456789abcdef0", env=env)
        TerraformOutput(self, "primary_endpoint", value=cache.redis.primary_endpoint_address)


app = App()
CacheStack(app, "session-cache")
app.synth()
