from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.db_instance import DbInstance


class DataStack(TerraformStack):
    def __init__(self, scope, id, db_snapshot_identifier="dev-db-snapshot-20240115"):
        super().__init__(scope, id)
        DbInstance(
            self,
            "main",
            engine="mysql",
            instance_class="db.t3.small",
            snapshot_identifier=db_snapshot_identifier,  # taken before the migration
        )
