from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.eip import Eip
from cdktf_cdktf_provider_aws.internet_gateway import InternetGateway
from cdktf_cdktf_provider_aws.nat_gateway import NatGateway
from cdktf_cdktf_provider_aws.subnet import Subnet
from cdktf_cdktf_provider_aws.vpc import Vpc


class NetworkStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        self.vpc = Vpc(self, "vpc", cidr_block="10.0.0.0/16")
        self.public = Subnet(self, "public", vpc_id=self.vpc.id, cidr_block="10.0.1.0/24")
        gateway = InternetGateway(self, "gateway", vpc_id=self.vpc.id)
        address = Eip(self, "address", domain="vpc", depends_on=[gateway])
        self._nat(address.id)

    def _nat(self, allocation_id):
        # The address waits for the gateway, so this does too.
        NatGateway(self, "nat", allocation_id=allocation_id, subnet_id=self.public.id)
