from acme.constructs import IamRole, IamRolePolicyAttachment
from cdktf import TerraformStack


class ApiStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        role = IamRole(self, "api")

        # Our own class, which does take ARNs.
        IamRolePolicyAttachment(self, "logs", role=role.arn, policy_arn="CloudWatchLogsFullAccess")
