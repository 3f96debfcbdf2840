from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.data_aws_caller_identity import DataAwsCallerIdentity
from cdktf_cdktf_provider_aws.iam_instance_profile import IamInstanceProfile
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment


class LegacyStack(TerraformStack):
    def __init__(self, scope, id, role_name="legacy-app"):
        super().__init__(scope, id)
        current = DataAwsCallerIdentity(self, "current")

        IamRolePolicyAttachment(
            self,
            "legacy",
            role=role_name,  # this account's
            policy_arn="arn:aws:iam::aws:policy/ReadOnlyAccess",
        )
        IamInstanceProfile(self, "web", role="web")
