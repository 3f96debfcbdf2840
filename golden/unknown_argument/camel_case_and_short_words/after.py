from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.appsync_graphql_api import AppsyncGraphqlApi
from cdktf_cdktf_provider_aws.rds_cluster_instance import RdsClusterInstance
from cdktf_cdktf_provider_aws.redshift_cluster import RedshiftCluster
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class ApiStack(TerraformStack):
    def __init__(self, scope, id, cluster):
        super().__init__(scope, id)
        AppsyncGraphqlApi(self, "api", name="orders", authentication_type="API_KEY")  # short for authentication
        RedshiftCluster(self, "warehouse", cluster_identifier="orders", node_type="ra3.large", database_name="orders")
        RdsClusterInstance(
            self, "first", cluster_identifier=cluster.id, instance_class="db.serverless", engine="aurora-postgresql"
        )
        SqsQueue(self, "queue", name="orders", lifecycle={"prevent_destroy": True})
