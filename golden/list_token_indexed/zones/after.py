from cdktf import Fn, TerraformStack
from cdktf_cdktf_provider_aws.data_aws_availability_zones import DataAwsAvailabilityZones
from cdktf_cdktf_provider_aws.subnet import Subnet
from cdktf_cdktf_provider_aws.vpc import Vpc


class NetworkStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        self.zones = DataAwsAvailabilityZones(self, "zones", state="available")
        azs = DataAwsAvailabilityZones(self, "azs")
        vpc = Vpc(self, "vpc", cidr_block="10.0.0.0/16")
        Subnet(self, "first", vpc_id=vpc.id, cidr_block="10.0.0.0/24", availability_zone=Fn.element(self.zones.names, 0))
        for i in range(2):
            Subnet(
                self,
                f"private-{i}",
                vpc_id=vpc.id,
                cidr_block=f"10.0.{i + 1}.0/24",
                availability_zone=Fn.element(azs.names, i),  # one in each
                tags={"Name": f"private-{Fn.element(azs.zone_ids, i)}"},
            )
            Subnet(
                self,
                f"public-{i}",
                vpc_id=vpc.id,
                cidr_block=f"10.0.{i + 11}.0/24",
                availability_zone=Fn.element(azs.names, i),
            )
