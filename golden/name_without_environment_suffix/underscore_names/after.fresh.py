from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.athena_workgroup import AthenaWorkgroup
from cdktf_cdktf_provider_aws.glue_catalog_database import GlueCatalogDatabase
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class LakeStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        GlueCatalogDatabase(self, "sales", name=f"sales_lake_{environment_suffix}")  # hyphens make quoting necessary
        AthenaWorkgroup(self, "analysts", name=f"sales_analysts_{environment_suffix}")


app = App()
LakeStack(app, "lake")
app.synth()
