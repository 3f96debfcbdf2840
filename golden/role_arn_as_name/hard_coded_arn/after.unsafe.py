from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_instance_profile import IamInstanceProfile
from cdktf_cdktf_provider_aws.iam_policy_attachment import IamPolicyAttachment
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment


class LegacyStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        IamRolePolicyAttachment(
            self,
            "legacy",
            role="legacy-app",
            policy_arn="arn:aws:iam::aws:policy/ReadOnlyAccess",
        )
        # Made by the landing zone, below a path.
        IamInstanceProfile(self, "gov", role='web')
        IamPolicyAttachment(
            self,
            "china",
            name="china",
            roles=["ops", "audit"],
            policy_arn="arn:aws-cn:iam::aws:policy/SecurityAudit",
        )
