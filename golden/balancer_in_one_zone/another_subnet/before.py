from cdktf_cdktf_provider_aws.db_subnet_group import DbSubnetGroup
from cdktf_cdktf_provider_aws.subnet import Subnet
from cdktf_cdktf_provider_aws.vpc import Vpc
from constructs import Construct


class Network(Construct):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        vpc = Vpc(self, "vpc", cidr_block="10.0.0.0/16")
        first = Subnet(self, "first", vpc_id=vpc.id, cidr_block="10.0.0.0/24", availability_zone="eu-west-1a")
        second = Subnet(self, "second", vpc_id=vpc.id, cidr_block="10.0.1.0/24", availability_zone="eu-west-1b")
        # where the orders are
        DbSubnetGroup(self, "orders", subnet_ids=[first.id])
