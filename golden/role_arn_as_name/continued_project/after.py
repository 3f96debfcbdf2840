from cdktn import TerraformStack
from cdktn_provider_aws.iam_role import IamRole
from cdktn_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment


class ApiStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)
        api = IamRole(self, "api", name="api", assume_role_policy=trust_policy)

        # The project went on under another name.
        IamRolePolicyAttachment(
            self, "logs", role=api.name, policy_arn="arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"
        )
