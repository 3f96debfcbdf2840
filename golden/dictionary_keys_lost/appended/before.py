from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.route_table import RouteTable


class NetworkStack(TerraformStack):
    def __init__(self, scope, id, vpc, gateway, peers):
        super().__init__(scope, id)
        routes = [{"cidr_block": "0.0.0.0/0", "gateway_id": gateway.id}]
        for cidr, peer in peers.items():
            routes.append({"cidr_block": cidr, "vpc_peering_connection_id": peer})  # each of them
        RouteTable(self, "public", vpc_id=vpc.id, route=routes)
