from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.db_instance import DbInstance


class DataStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        DbInstance(
            self,
            "main",
            engine="postgres",
            instance_class="db.t3.micro",
            username="dbadmin",
            manage_master_user_password=True,  # change after the first login
        )
