from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.nat_gateway import NatGateway


class NetworkStack(TerraformStack):
    def __init__(self, scope, construct_id, environment="dev"):
        super().__init__(scope, construct_id)
        NatGateway(self, "gateway", allocation_id="eipalloc-1", subnet_id="subnet-1")  # for all


app = App()
NetworkStack(app, "network")
app.synth()
