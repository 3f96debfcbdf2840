from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.lb import Lb
from cdktf_cdktf_provider_aws.lb_target_group import LbTargetGroup
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class ShopStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, subnet_ids: list[str] | None = None, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        Lb(self, "lb", name=f"shop-public-{environment_suffix}", subnets=subnet_ids)  # 32 characters at most
        LbTargetGroup(self, "web", name=f"shop-web-{environment_suffix}", target_type="lambda")


app = App()
ShopStack(app, "shop")
app.synth()
