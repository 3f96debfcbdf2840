from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.db_instance import DbInstance


class DataStack(TerraformStack):
    def __init__(self, scope, id, db_snapshot_identifier=None):
        super().__init__(scope, id)
        DbInstance(
            self,
            "main",
            engine="mysql",
            instance_class="db.t3.small",
            username="admin" if db_snapshot_identifier is None else None,
            allocated_storage=20,
            manage_master_user_password=True,
            snapshot_identifier=db_snapshot_identifier,  # taken before the migration
            lifecycle={"ignore_changes": ["snapshot_identifier"]},
        )
