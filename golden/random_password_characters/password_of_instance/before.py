from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.db_instance import DbInstance
from cdktf_cdktf_provider_random.password import Password


class DataStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        master = Password(self, "master", length=32)  # as the policy wants it
        DbInstance(self, "main", engine="postgres", instance_class="db.t3.micro", username="dbadmin", password=master.result)
