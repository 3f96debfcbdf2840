from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.rds_cluster import RdsCluster


class OrdersStack(TerraformStack):
    def __init__(self, scope, id, database_password="ChangeMe123!"):
        super().__init__(scope, id)
        RdsCluster(
            self,
            "orders",
            engine="aurora-mysql",
            master_username="admin",
            master_password=database_password,  # of the owner
        )
