from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.internet_gateway import InternetGateway
from cdktf_cdktf_provider_aws.route import Route
from cdktf_cdktf_provider_aws.route_table import RouteTable
from cdktf_cdktf_provider_aws.vpc import Vpc


class NetworkStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        vpc = Vpc(self, "vpc", cidr_block="10.0.0.0/16")
        gateway = InternetGateway(self, "gateway", vpc_id=vpc.id)
        table = RouteTable(self, "public", vpc_id=vpc.id)

        # The way out of the public subnets.
        Route(self, "internet", route_table_id=table.id, gateway_id=gateway.id)

        private = RouteTable(self, "private", vpc_id=vpc.id)
        Route(
            self,
            "nat",
            route_table_id=private.id,
            nat_gateway_id="nat-0123456789abcdef0",  # made by hand
        )


app = App()
NetworkStack(app, "network")
app.synth()
