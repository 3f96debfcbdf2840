from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.subnet import Subnet
from cdktf_cdktf_provider_aws.vpc import Vpc
from constructs import Construct


class Network(Construct):
    def __init__(self, scope: Construct, id: str, cidr: str, zones: int = 2):
        super().__init__(scope, id)
        self.vpc = Vpc(self, "vpc", cidr_block=cidr)
        for zone in range(zones):
            Subnet(self, f"subnet_{zone}", vpc_id=self.vpc.id, cidr_block=f"10.0.{zone}.0/24")


class NetworkStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)
        # The office has 10.1.0.0/16.
        Network(self, "network", cidr_block="10.0.0.0/16", zones=3)
