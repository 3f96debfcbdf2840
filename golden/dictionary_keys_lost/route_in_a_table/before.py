from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.internet_gateway import InternetGateway
from cdktf_cdktf_provider_aws.route_table import RouteTable
from cdktf_cdktf_provider_aws.vpc import Vpc


class NetworkStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        vpc = Vpc(self, "vpc", cidr_block="10.0.0.0/16")
        gateway = InternetGateway(self, "gateway", vpc_id=vpc.id)
        RouteTable(self, "public", vpc_id=vpc.id, route=[{"cidr_block": "0.0.0.0/0", "gateway_id": gateway.id}])
        RouteTable(
            self,
            "both",
            vpc_id=vpc.id,
            route=[
                {"cidr_block": "0.0.0.0/0", "gateway_id": gateway.id},  # IPv4
                dict(ipv6_cidr_block="::/0", gateway_id=gateway.id),
            ],
        )
