from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment


class LogStack(TerraformStack):
    def __init__(self, scope, id, share_role=False, trust_policy="{}"):
        super().__init__(scope, id)

        own = IamRole(self, "own", name="own", assume_role_policy=trust_policy)
        shared = IamRole(self, "shared", name="shared", assume_role_policy=trust_policy)

        IamRolePolicyAttachment(
            self,
            "logs",
            # The shared role is used by the test accounts.
            role=shared.name if share_role else own.name,
            policy_arn="arn:aws:iam::aws:policy/CloudWatchLogsFullAccess",
        )
