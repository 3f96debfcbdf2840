from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.route import Route


class NetworkStack(TerraformStack):
    def __init__(self, scope, id, table_id, **route):
        super().__init__(scope, id)
        Route(self, "local", route_table_id=table_id, gateway_id="local")  # inside
        Route(self, "other", route_table_id=table_id, gateway_id="igw-1", **route)
