from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.rds_cluster import RdsCluster


class OrdersStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        RdsCluster(
            self,
            "orders",
            engine="aurora-mysql",
            master_username="admin",
            manage_master_user_password=True,  # of the owner
        )
