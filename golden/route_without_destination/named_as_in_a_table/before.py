from cdktf_cdktf_provider_aws.route import Route
from constructs import Construct


class Network(Construct):
    def __init__(self, scope, id, table):
        super().__init__(scope, id)
        # Everything goes out.
        Route(self, "internet", route_table_id=table.id, cidr_block="0.0.0.0/0", gateway_id="igw-0123456789abcdef0")
