import os
from cdktf import App, TerraformOutput, TerraformResourceLifecycle, TerraformStack
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.rds_cluster import RdsCluster, RdsClusterServerlessv2ScalingConfiguration
from cdktf_cdktf_provider_aws.rds_cluster_instance import RdsClusterInstance
from cdktf_cdktf_provider_aws.rds_cluster_parameter_group import RdsClusterParameterGroup
from cdktf_cdktf_provider_aws.db_subnet_group import DbSubnetGroup
from cdktf_cdktf_provider_aws.db_proxy import DbProxy, DbProxyAuth
from cdktf_cdktf_provider_aws.db_event_subscription import DbEventSubscription


class BookingDatabase(Construct):
    """Aurora, serverless, with a proxy in front."""

    def __init__(self, scope: Construct, id: str, *, environment: str, subnet_ids: list, security_group_id: str):
        super().__init__(scope, id)
        subnets = DbSubnetGroup(self, "subnets", name=f"booking-{environment}", subnet_ids=subnet_ids)
        parameters = RdsClusterParameterGroup(
            self,
            "parameters",
            name=f"booking-{environment}",
            family="aurora-postgresql16",
            parameter=[{"name": "rds.force_ssl", "value": "1", "apply_method": "pending-reboot"}],
        )
        self.cluster = RdsCluster(
            self,
            "cluster",
            cluster_identifier=f"booking-{environment}",
            engine="aurora-postgresql",
            engine_version="16.4",
            database_name="booking",
            master_username="booking_owner",
            manage_master_user_password="true",
            db_subnet_group=subnets.name,
            db_cluster_parameter_group_name=parameters.name,
            vpc_security_group_ids=security_group_id,
            storage_encrypted=True,
            serverlessv2_scaling_configuration=[
                RdsClusterServerlessv2ScalingConfiguration(min_capacity=0.5, max_capacity=4)
            ],
            lifecycle=[TerraformResourceLifecycle(prevent_destroy=True)],
        )
        for number in range(2):
            RdsClusterInstance(
                self,
                f"instance_{number}",
                identifier=f"booking-{environment}-{number}",
                cluster_id=self.cluster.id,
                instance_class="db.serverless",
                engine=self.cluster.engine,
                lifecycle={"ignore_changes": "engine_version"},
            )
        self.proxy = DbProxy(
            self,
            "proxy",
            name=f"booking-{environment}",
            engine_family="POSTGRESQL",
            role_arn="arn:aws:iam::123456789012:role/booking-proxy",
            vpc_subnet_ids=subnet_ids,
            auth=[DbProxyAuth(auth_scheme="SECRETS", secret_arn=self.cluster.master_user_secret.get(0).secret_arn)],
        )
        DbEventSubscription(
            self,
            "events",
            name=f"booking-{environment}",
            sns_topic="arn:aws:sns:us-east-1:123456789012:ops",
            source_type="db-cluster",
            source_ids=[self.cluster.id],
            events=["failover"],
        )


class BookingStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")
        database = BookingDatabase(
            self,
            "database",
            environment=os.getenv("ENVIRONMENT", "dev"),
            subnet_ids=["subnet-1", "subnet-2"],
            security_group_id="sg-1",
        )
        TerraformOutput(self, "writer", value=database.cluster.endpoint)
        TerraformOutput(self, "proxy_endpoint", value=database.proxy.endpoint)


app = App()
BookingStack(app, "booking")
app.synth()
