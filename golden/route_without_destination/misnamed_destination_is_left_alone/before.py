from cdktf_cdktf_provider_aws.internet_gateway import InternetGateway
from cdktf_cdktf_provider_aws.route import Route
from constructs import Construct


class Network(Construct):
    def __init__(self, scope, id, vpc, table):
        super().__init__(scope, id)
        gateway = InternetGateway(self, "gateway", vpc_id=vpc.id)
        # TF020 knows what it is called.
        Route(self, "out", route_table_id=table.id, destination_cidr="0.0.0.0/0", gateway_id=gateway.id)
