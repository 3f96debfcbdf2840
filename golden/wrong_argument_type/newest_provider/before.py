from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.redshift_cluster import RedshiftCluster


class WarehouseStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        RedshiftCluster(
            self,
            "cluster",
            cluster_identifier="warehouse",
            node_type="ra3.xlplus",
            encrypted=True,  # with the key of the account
            skip_final_snapshot=True,
        )
