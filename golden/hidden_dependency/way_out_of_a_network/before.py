from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.internet_gateway import InternetGateway
from cdktf_cdktf_provider_aws.nat_gateway import NatGateway
from cdktf_cdktf_provider_aws.subnet import Subnet
from cdktf_cdktf_provider_aws.vpc import Vpc


class NetworkStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        vpc = Vpc(self, "vpc", cidr_block="10.0.0.0/16")
        subnet = Subnet(self, "subnet", vpc_id=vpc.id, cidr_block="10.0.1.0/24")
        # one for all
        NatGateway(self, "nat", allocation_id="eipalloc-1", subnet_id=subnet.id)
        gateway = InternetGateway(self, "gateway", vpc_id=vpc.id)
        second = NatGateway(self, "second", allocation_id="eipalloc-2", subnet_id=subnet.id)
