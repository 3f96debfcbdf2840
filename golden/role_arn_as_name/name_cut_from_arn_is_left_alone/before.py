from cdktf import Fn, TerraformStack
from cdktf_cdktf_provider_aws.iam_instance_profile import IamInstanceProfile
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment


class AppStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)
        role = IamRole(self, "app", name="app", assume_role_policy=trust_policy)

        # Ugly, but both give the name.
        IamRolePolicyAttachment(
            self,
            "logs",
            role=Fn.element(Fn.split("/", role.arn), 1),
            policy_arn="arn:aws:iam::aws:policy/CloudWatchLogsFullAccess",
        )
        IamInstanceProfile(self, "profile", role=Fn.basename(role.arn))
