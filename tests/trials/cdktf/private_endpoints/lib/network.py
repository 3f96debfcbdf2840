from cdktf import Fn
from constructs import Construct
from cdktf_cdktf_provider_aws.data_aws_availability_zones import DataAwsAvailabilityZones
from cdktf_cdktf_provider_aws.subnet import Subnet
from cdktf_cdktf_provider_aws.vpc import Vpc
from cdktf_cdktf_provider_aws.route_table import RouteTable
from cdktf_cdktf_provider_aws.route_table_association import RouteTableAssociation
from cdktf_cdktf_provider_aws.flow_log import FlowLog


class Network(Construct):
    def __init__(self, scope: Construct, id: str, cidr: str, zones: int = 3):
        super().__init__(scope, id)
        self.available = DataAwsAvailabilityZones(self, "available", state="available")
        self.vpc = Vpc(
            self,
            "vpc",
            cidr_block=cidr,
            enable_dns_support=True,
            enable_dns_hostname=True,
        )
        self.subnets = []
        self.tables = []
        for index in range(zones):
            subnet = Subnet(
                self,
                f"subnet_{index}",
                vpc_id=self.vpc.id,
                cidr_block=Fn.cidrsubnet(self.vpc.cidr_block, 8, index),
                availability_zone=f"{self.available.names[index]}",
            )
            table = RouteTable(self, f"table_{index}", vpc_id=self.vpc.id)
            RouteTableAssociation(self, f"association_{index}", subnet=subnet.id, route_table_id=table.id)
            self.subnets.append(subnet)
            self.tables.append(table)
        FlowLog(
            self,
            "flow_log",
            vpc_id=self.vpc.id,
            traffic_type="ALL",
            log_destination_type="s3",
            log_destination="arn:aws:s3:::acme-flow-logs",
            aggregation_interval=60,
        )
