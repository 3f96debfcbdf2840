from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.route_table import RouteTable


class NetworkStack(TerraformStack):
    def __init__(self, scope, id, vpc, gateway):
        super().__init__(scope, id)
        # "to" is nothing that a route has
        RouteTable(self, "public", vpc_id=vpc.id, route=[{"cidr_block": "0.0.0.0/0", "to": gateway.id}])
