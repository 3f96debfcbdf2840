from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.elasticache_replication_group import ElasticacheReplicationGroup


class CacheStack(TerraformStack):
    def __init__(self, scope, id, token):
        super().__init__(scope, id)
        ElasticacheReplicationGroup(
            self,
            "cache",
            replication_group_id="cache",
            description="sessions",
            # clients say who they are
            auth_token=token,
        )
