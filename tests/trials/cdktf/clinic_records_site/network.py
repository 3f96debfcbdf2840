from constructs import Construct
from cdktf import Fn
from cdktf_cdktf_provider_aws.data_aws_availability_zones import DataAwsAvailabilityZones
from cdktf_cdktf_provider_aws.subnet import Subnet


class ClinicNetwork(Construct):
    def __init__(self, scope: Construct, id: str, environment_suffix: str, cidr_block: str):
        super().__init__(scope, id)
        zones = DataAwsAvailabilityZones(self, "zones", state="available")
        self.vpc = Vpc(self, "vpc", cidr_block=cidr_block, tags={"Name": f"clinic-{environment_suffix}"})
        self.private = [
            Subnet(
                self,
                f"private_{n}",
                vpc_id=self.vpc.vpc_id,
                cidr_block=Fn.cidr_subnet(cidr_block, 4, n),
                availability_zone=zones.names[n],
            )
            for n in range(2)
        ]
