from cdktf_cdktf_provider_aws.db_instance import DbInstance
from constructs import Construct


class Databases(Construct):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        DbInstance(
            self,
            "orders",
            engine="mysql",
            engine_version="8.0.99",  # as it was when we began
            instance_class="db.t3.medium",
            allocated_storage=20,
            username="orders",
            manage_master_user_password=True,
        )
