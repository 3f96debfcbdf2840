from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.route import Route
from cdktf_cdktf_provider_aws.route_table import RouteTable
from cdktf_cdktf_provider_aws.vpc import Vpc
from cdktf_cdktf_provider_aws.vpc_peering_connection import VpcPeeringConnection


class NetworkStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        here = Vpc(self, "here", cidr_block="10.0.0.0/16")
        there = Vpc(self, "there", cidr_block="10.1.0.0/16")
        peering = VpcPeeringConnection(self, "peering", vpc_id=here.id, peer_vpc_id=there.id)
        table = RouteTable(self, "table", vpc_id=here.id)
        # to the other side
        Route(self, "route", route_table_id=table.id, vpc_peering_connection_id=peering.id)
