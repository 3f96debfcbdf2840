from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment


class AppStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)

        role = IamRole(self, "app", name="orders-app", assume_role_policy=trust_policy)

        IamRolePolicyAttachment(
            self,
            "app-logs",
            role=role.name,  # not the task role
            policy_arn="arn:aws:iam::aws:policy/CloudWatchLogsFullAccess",
        )
