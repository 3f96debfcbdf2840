from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.rds_cluster import RdsCluster


class Database(TerraformStack):
    def __init__(self, scope, name, group):
        super().__init__(scope, name)
        RdsCluster(self, "orders",
                   engine                  = "aurora-postgresql",
                   database_name           = "orders",
                   master_username         = "orders",
                   master_password         = "correcthorse",
                   backup_retention_period = 7,
                   db_subnet_group_name    = group)
