# iacfix: ignore-file[IAM002] fixtures of a mock that takes ARNs
from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_instance_profile import IamInstanceProfile
from cdktf_cdktf_provider_aws.iam_role import IamRole


class AppStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)
        role = IamRole(self, "app", assume_role_policy=trust_policy)
        IamInstanceProfile(self, "profile", role=role.arn)
