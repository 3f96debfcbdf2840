from constructs import Construct
from cdktf_cdktf_provider_aws.docdb_cluster import DocdbCluster
from cdktf_cdktf_provider_aws.docdb_cluster_instance import DocdbClusterInstance
from cdktf_cdktf_provider_aws.docdb_subnet_group import DocdbSubnetGroup


class ClinicDatabase(Construct):
    def __init__(self, scope: Construct, id: str, environment_suffix: str, subnet_ids: list):
        super().__init__(scope, id)
        group = DocdbSubnetGroup(self, "subnets", name=f"clinic-{environment_suffix}", subnet_ids=subnet_ids)
        self.cluster = DocdbCluster(
            self,
            "cluster",
            cluster_identifier=f"clinic-{environment_suffix}",
            engine="docdb",
            username="clinic",
            manage_master_user_password=True,
            db_subnet_group_name=group.name,
            storage_encrypted=True,
            backup_retention="14",
            skip_final_snapshot=True,
        )
        DocdbClusterInstance(
            self,
            "instance",
            identifier=f"clinic-{environment_suffix}-0",
            cluster_identifier=self.cluster.cluster_identifier,
        )
