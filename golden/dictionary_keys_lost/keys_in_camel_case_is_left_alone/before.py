from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.route_table import RouteTable, RouteTableRoute
from cdktf_cdktf_provider_aws.security_group import SecurityGroup


class NetworkStack(TerraformStack):
    def __init__(self, scope, id, vpc, gateway):
        super().__init__(scope, id)
        # JavaScript knows them so
        RouteTable(self, "public", vpc_id=vpc.id, route=[{"cidrBlock": "0.0.0.0/0", "gatewayId": gateway.id}])
        RouteTable(self, "other", vpc_id=vpc.id, route=[RouteTableRoute(cidr_block="0.0.0.0/0", gateway_id=gateway.id)])
        SecurityGroup(
            self,
            "web",
            vpc_id=vpc.id,
            egress=[{"fromPort": 0, "toPort": 0, "protocol": "-1", "cidrBlocks": ["0.0.0.0/0"], "selfAttribute": True}],
        )
