from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.lb_target_group import LbTargetGroup
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class ShopStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, project_name: str = "customer-relations") -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")

        # 25 of 32 characters.
        LbTargetGroup(self, "web", name=f"{project_name}-public", target_type="lambda")


app = App()
ShopStack(app, "shop")
app.synth()
