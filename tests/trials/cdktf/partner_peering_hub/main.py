from cdktf import App, TerraformStack
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.vpc import Vpc, DataAwsVpc
from cdktf_cdktf_provider_aws.vpc_peering_connection import VpcPeeringConnection
from cdktf_cdktf_provider_aws.vpc_peering_connection_accepter import VpcPeeringConnectionAccepter
from cdktf_cdktf_provider_aws.route import Route
from cdktf_cdktf_provider_aws.route_table import RouteTable
from cdktf_cdktf_provider_aws.ec2_transit_gateway import Ec2TransitGateway
from cdktf_cdktf_provider_aws.ram_resource_share import RamResourceShare


class PeeringHub(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)

        primary = AwsProvider(self, "primary", region="us-east-1")
        secondary = AwsProvider(self, "secondary", region="eu-west-1", alias="europe")

        hub = Vpc(self, "hub", cidr="10.0.0.0/16", tags={"Name": "hub"})
        partner = DataAwsVpc(
            self, "partner",
            provider=secondary,
            tags={"Name": "partner"},
        )

        peering = VpcPeeringConnection(
            self, "peering",
            vpc_id=hub.id,
            peer_vpc_id=partner.id,
            peer_region="eu-west-1",
            auto_accept="false",
        )
        VpcPeeringConnectionAccepter(
            self, "accept",
            provider="aws.europe",
            vpc_peering_connection_id=peering.id,
            auto_accept=True,
        )

        table = RouteTable(self, "hub_routes", vpc_id=hub.id)
        Route(
            self, "to_partner",
            route_table_id=table.id,
            cidr_block="10.50.0.0/16",
            vpc_peering_connection_id=peering.id,
        )

        gateway = Ec2TransitGateway(
            self, "gateway",
            description="Hub",
            auto_accept_shared_attachments=True,
        )
        RamResourceShare(self, "share", name="hub-gateway", allow_external_principals=False, depends_on=gateway)


app = App()
PeeringHub(app, "peering-hub")
app.synth()
