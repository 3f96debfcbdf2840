from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.data_aws_availability_zones import AvailabilityZones
from cdktf_cdktf_provider_aws.iam_policy_document import IamPolicyDocument
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.vpc import DataAwsVpc


class LookupStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        # what is there already
        default = DataAwsVpc(self, "default", default=True)
        zones = AvailabilityZones(self, "zones", state="available")
        trust = IamPolicyDocument(
            self,
            "trust",
            statement=[{"actions": ["sts:AssumeRole"], "principals": [{"type": "Service", "identifiers": ["ec2.amazonaws.com"]}]}],
        )
        IamRole(self, "role", name="worker", assume_role_policy=trust.json, tags={"vpc": default.id, "zones": zones.id})
