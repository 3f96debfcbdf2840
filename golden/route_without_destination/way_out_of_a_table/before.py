from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.internet_gateway import InternetGateway
from cdktf_cdktf_provider_aws.nat_gateway import NatGateway
from cdktf_cdktf_provider_aws.route import Route
from cdktf_cdktf_provider_aws.route_table import RouteTable, RouteTableRoute
from cdktf_cdktf_provider_aws.vpc import Vpc


class NetworkStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        vpc = Vpc(self, "vpc", cidr_block="10.0.0.0/16")
        self.gateway = InternetGateway(self, "gateway", vpc_id=vpc.id)
        nat = NatGateway(self, "nat", allocation_id="eipalloc-1", subnet_id="subnet-1")
        RouteTable(
            self,
            "public",
            vpc_id=vpc.id,
            route=[RouteTableRoute(gateway_id=self.gateway.id)],  # out
        )
        private = RouteTable(self, "private", vpc_id=vpc.id)
        Route(self, "private_out", route_table_id=private.id, nat_gateway_id=nat.id)
