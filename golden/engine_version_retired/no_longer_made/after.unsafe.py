from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.db_instance import DbInstance
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class OrdersStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-central-1")
        DbInstance(
            self,
            "orders",
            identifier="orders",
            engine="mysql",
            engine_version="8.0.46",
            instance_class="db.t4g.medium",
            allocated_storage=50,
            username="orders",
            manage_master_user_password=True,
            skip_final_snapshot=True,
        )
