from constructs import Construct
from cdktf import App, TerraformStack, TerraformOutput
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.data_aws_availability_zones import DataAwsAvailabilityZones
from cdktf_cdktf_provider_aws.vpc import Vpc
from cdktf_cdktf_provider_aws.subnet import Subnet
from cdktf_cdktf_provider_aws.internet_gateway import InternetGateway
from cdktf_cdktf_provider_aws.eip import Eip
from cdktf_cdktf_provider_aws.nat_gateway import NatGateway
from cdktf_cdktf_provider_aws.route_table import RouteTable
from cdktf_cdktf_provider_aws.route_table_association import RouteTableAssociation
from cdktf_cdktf_provider_aws.security_group import SecurityGroup


class NetworkStack(TerraformStack):

    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)

        AwsProvider(self, "aws", region="us-west-2")

        azs = DataAwsAvailabilityZones(self, "azs", state="available")

        self.vpc = Vpc(self, "vpc", cidr_block="10.20.0.0/16", enable_dns_hostnames=True, enable_dns_support=True)
        self.igw = InternetGateway(self, "igw", vpc_id=self.vpc.id)

        self.public_subnets = []
        self.private_subnets = []
        for i in range(2):
            self.public_subnets.append(Subnet(
                self, f"public_{i}",
                vpc_id=self.vpc.id,
                cidr_block=f"10.20.{i}.0/24",
                availability_zone=azs.names[i],
                map_public_ip_on_launch=True,
            ))
            self.private_subnets.append(Subnet(
                self, f"private_{i}",
                vpc_id=self.vpc.id,
                cidr_block=f"10.20.{i + 10}.0/24",
                availability_zone=azs.names[i],
            ))

        nat_ip = Eip(self, "nat_ip", vpc=True, tags={"Name": "nat"})
        nat = NatGateway(
            self, "nat",
            allocation_id=nat_ip.id,
            subnet_id=self.public_subnets[0].id,
        )

        public_rt = RouteTable(
            self, "public_rt",
            vpc_id=self.vpc.id,
            route=[{"cidr_block": "0.0.0.0/0", "gateway_id": self.igw.id}],
        )
        private_rt = RouteTable(
            self, "private_rt",
            vpc_id=self.vpc.id,
            route=[{"cidr_block": "0.0.0.0/0", "nat_gateway_id": nat.id}],
        )

        for i, subnet in enumerate(self.public_subnets):
            RouteTableAssociation(self, f"public_assoc_{i}", subnet_id=subnet.id, route_table_id=public_rt.id)
        for i, subnet in enumerate(self.private_subnets):
            RouteTableAssociation(self, f"private_assoc_{i}", subnet_id=subnet.id, route_table_id=private_rt.id)

        SecurityGroup(
            self, "web_sg",
            name="web",
            description="HTTPS from anywhere",
            vpc_id=self.vpc.id,
            ingress=[{
                "from_port": 443,
                "to_port": 443,
                "protocol": "tcp",
                "cidr_blocks": ["0.0.0.0/0"],
            }],
            egress=[{
                "from_port": 0,
                "to_port": 0,
                "protocol": "-1",
                "cidr_blocks": ["0.0.0.0/0"],
            }],
        )

        TerraformOutput(self, "vpc_id", value=self.vpc.id)
        TerraformOutput(self, "private_subnet_ids", value=[s.id for s in self.private_subnets])


app = App()
NetworkStack(app, "network")
app.synth()
