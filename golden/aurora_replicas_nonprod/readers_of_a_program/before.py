from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.rds_cluster import RdsCluster
from cdktf_cdktf_provider_aws.rds_cluster_instance import RdsClusterInstance


class OrdersStack(TerraformStack):
    def __init__(self, scope, construct_id, environment_suffix="dev"):
        super().__init__(scope, construct_id)
        cluster = RdsCluster(self, "cluster", engine="aurora-mysql", cluster_identifier=f"orders-{environment_suffix}")
        # one writes, one reads
        for i in range(2):
            RdsClusterInstance(
                self,
                f"instance_{i}",
                cluster_identifier=cluster.id,
                engine="aurora-mysql",
                instance_class="db.r7g.large",
            )


app = App()
OrdersStack(app, "orders")
app.synth()
