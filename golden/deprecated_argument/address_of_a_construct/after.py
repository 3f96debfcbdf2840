from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.eip import Eip
from cdktf_cdktf_provider_aws.nat_gateway import NatGateway


class NetworkStack(TerraformStack):
    def __init__(self, scope, id, subnets):
        super().__init__(scope, id)
        for number, subnet in enumerate(subnets):
            address = Eip(self, f"address-{number}", domain="vpc")  # one for each
            NatGateway(self, f"gateway-{number}", allocation_id=address.id, subnet_id=subnet.id)
