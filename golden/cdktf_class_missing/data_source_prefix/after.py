from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.data_aws_availability_zones import DataAwsAvailabilityZones
from cdktf_cdktf_provider_aws.data_aws_iam_policy_document import DataAwsIamPolicyDocument
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.data_aws_vpc import DataAwsVpc


class LookupStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        # what is there already
        default = DataAwsVpc(self, "default", default=True)
        zones = DataAwsAvailabilityZones(self, "zones", state="available")
        trust = DataAwsIamPolicyDocument(
            self,
            "trust",
            statement=[{"actions": ["sts:AssumeRole"], "principals": [{"type": "Service", "identifiers": ["ec2.amazonaws.com"]}]}],
        )
        IamRole(self, "role", name="worker", assume_role_policy=trust.json, tags={"vpc": default.id, "zones": zones.id})
