from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.eip import Eip
from cdktf_cdktf_provider_aws.nat_gateway import NatGateway


class NetworkStack(TerraformStack):
    def __init__(self, scope, construct_id, subnet_ids, environment="dev"):
        super().__init__(scope, construct_id)
        # one in each zone
        for i, subnet_id in enumerate(subnet_ids):
            address = Eip(self, f"address_{i}", domain="vpc")
            NatGateway(self, f"gateway_{i}", allocation_id=address.id, subnet_id=subnet_id)


app = App()
NetworkStack(app, "network", ["subnet-1", "subnet-2"])
app.synth()
