from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.rds_cluster import RdsCluster


class Reports(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        RdsCluster(
            self,
            "reports",
            cluster_identifier="reports",
            engine="aurora-postgresql",
            master_username="reports",
            manage_master_user_password=True,
            enabled_cloudwatch_logs_exports=["postgresql"],  # for the auditors
        )
