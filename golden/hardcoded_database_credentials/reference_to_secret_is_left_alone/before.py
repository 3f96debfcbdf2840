import os

from cdktf import TerraformStack, Token
from cdktf_cdktf_provider_aws.db_instance import DbInstance


class OrdersStack(TerraformStack):
    def __init__(self, scope, id, password):
        super().__init__(scope, id)
        # handed over
        DbInstance(self, "one", engine="mysql", instance_class="db.t4g.micro", username="admin", password=password)
        DbInstance(
            self,
            "two",
            engine="mysql",
            instance_class="db.t4g.micro",
            username="admin",
            password=os.environ["DB_PASSWORD"],
        )
        DbInstance(self, "three", instance_class="db.t4g.micro", replicate_source_db="one", password="ChangeMe123!")
