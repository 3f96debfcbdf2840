import os

from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.security_group import SecurityGroup
from cdktf_cdktf_provider_aws.vpc import Vpc
from constructs import Construct


class Firewall(Construct):
    def __init__(self, scope: Construct, id: str, vpc: Vpc, environment_suffix: str):
        super().__init__(scope, id)
        SecurityGroup(self, "web", name=f"web-{environment_suffix}", vpc_id=vpc.id)


class ShopStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        self.vpc = Vpc(self, "vpc", cidr_block="10.0.0.0/16")
        Firewall(self, "firewall", environment_suffix=environment_suffix, vpc=self.vpc)  # in front of the shop


environment_suffix = os.environ.get("ENVIRONMENT_SUFFIX", "dev")
app = App()
ShopStack(app, f"shop-{environment_suffix}", environment_suffix=environment_suffix)
app.synth()
