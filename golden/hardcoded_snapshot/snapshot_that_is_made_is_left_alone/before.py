from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.db_instance import DbInstance
from cdktf_cdktf_provider_aws.db_snapshot import DbSnapshot


class OrdersStack(TerraformStack):
    def __init__(self, scope, id, **kwargs):
        super().__init__(scope, id)
        # taken here
        DbSnapshot(self, "snapshot", db_instance_identifier="orders", db_snapshot_identifier="before-the-move")
        DbInstance(self, "orders", instance_class="db.t4g.micro", snapshot_identifier="before-the-move")
        DbInstance(
            self, "copy", instance_class="db.t4g.micro", snapshot_identifier=kwargs.get("db_snapshot_identifier")
        )
