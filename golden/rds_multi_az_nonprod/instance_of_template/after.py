from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.db_instance import DbInstance


class DataStack(TerraformStack):
    def __init__(self, scope, id, environment_suffix="dev", db_multi_az=True):
        super().__init__(scope, id)
        DbInstance(
            self,
            "main",
            identifier=f"orders-{environment_suffix}",
            engine="postgres",
            instance_class="db.t3.medium",
            multi_az=db_multi_az,  # survive the loss of a zone
        )
