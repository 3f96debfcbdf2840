from cdktf_cdktf_provider_aws.route import Route
from constructs import Construct


class Network(Construct):
    def __init__(self, scope, id, table, **options):
        super().__init__(scope, id)
        Route(self, "out", route_table_id=table.id, destination_cidr_block="0.0.0.0/0", gateway_id="igw-1")
        # The caller says where to.
        Route(self, "there", route_table_id=table.id, gateway_id="igw-1", **options)
