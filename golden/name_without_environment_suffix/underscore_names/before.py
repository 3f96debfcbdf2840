from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.athena_workgroup import AthenaWorkgroup
from cdktf_cdktf_provider_aws.glue_catalog_database import GlueCatalogDatabase
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class LakeStack(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        GlueCatalogDatabase(self, "sales", name="sales_lake")  # hyphens make quoting necessary
        AthenaWorkgroup(self, "analysts", name="sales_analysts")


app = App()
LakeStack(app, "lake")
app.synth()
