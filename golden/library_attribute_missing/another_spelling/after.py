import os

from cdktf import App, S3Backend, TerraformAsset, TerraformStack, TerraformVariable, Token
from cdktf_cdktf_provider_aws.db_instance import DbInstance
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.s3_object import S3Object


class LedgerStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-north-1")
        backend = S3Backend(self, bucket="state-of-the-company", key="ledger.tfstate", region="eu-north-1")
        backend.add_override("use_lockfile", True)  # locks with a file
        self.password = TerraformVariable(self, "password", type="string", sensitive=True)
        size = TerraformVariable(self, "size", type="number", default=20)
        self.seed = TerraformAsset(self, "seed", path=os.path.dirname(__file__))
        self.database(size)

    def database(self, size):
        ledger = DbInstance(
            self,
            "ledger",
            instance_class="db.t4g.micro",
            engine="postgres",
            allocated_storage=Token.as_number(size.value),
            username="ledger",
            password=self.password.string_value,
            skip_final_snapshot=True,
        )
        ledger.add_override("lifecycle.prevent_destroy", True)
        S3Object(self, "seed_file", bucket="seeds", key=self.seed.asset_hash, source=self.seed.path)


app = App()
LedgerStack(app, "ledger")
app.synth()
