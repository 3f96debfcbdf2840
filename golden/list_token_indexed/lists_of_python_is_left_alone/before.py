from cdktf import Fn, TerraformStack
from cdktf_cdktf_provider_aws.acm_certificate import AcmCertificate
from cdktf_cdktf_provider_aws.data_aws_availability_zones import DataAwsAvailabilityZones
from cdktf_cdktf_provider_aws.subnet import Subnet


class Zones:
    names = ["us-east-1a", "us-east-1b"]


class NetworkStack(TerraformStack):
    def __init__(self, scope, id, vpc, names):
        super().__init__(scope, id)
        azs = DataAwsAvailabilityZones(self, "azs")
        zones = Zones()
        subnets = [Subnet(self, f"subnet-{i}", vpc_id=vpc.id, availability_zone=zones.names[i]) for i in range(2)]
        Subnet(self, "third", vpc_id=vpc.id, availability_zone=names[0], tags={"first": subnets[0].id})
        Subnet(self, "fourth", vpc_id=vpc.id, availability_zone=Fn.element(azs.names, 3))  # as Terraform wants it
        certificate = AcmCertificate(self, "certificate", domain_name="www.test", validation_method="DNS")
        Subnet(self, "fifth", vpc_id=vpc.id, tags={"record": certificate.domain_validation_options.get(0).domain_name})
