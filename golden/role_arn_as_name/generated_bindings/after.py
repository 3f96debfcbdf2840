from cdktf import TerraformStack
from imports.aws.iam_role import IamRole
from imports.aws.iam_role_policy_attachment import IamRolePolicyAttachment


class ApiStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)
        api = IamRole(self, "api", name="api", assume_role_policy=trust_policy)

        # Bindings of our own, by `cdktf get`.
        IamRolePolicyAttachment(
            self, "logs", role=api.name, policy_arn="arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"
        )
