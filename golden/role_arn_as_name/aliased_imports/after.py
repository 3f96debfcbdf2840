import cdktf_cdktf_provider_aws.iam_instance_profile as profile
from cdktf import TerraformStack
from cdktf_cdktf_provider_aws import iam_role_policy_attachment
from cdktf_cdktf_provider_aws.iam_role import IamRole as Role
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy as InlinePolicy


class ApiStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)
        api = Role(self, "api", name="api", assume_role_policy=trust_policy)

        iam_role_policy_attachment.IamRolePolicyAttachment(
            self, "logs", role=api.name, policy_arn="arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"
        )
        InlinePolicy(self, "none", name="none", role=api.name, policy="{}")  # filled later
        profile.IamInstanceProfile(self, "profile", name="api", role=api.name)
