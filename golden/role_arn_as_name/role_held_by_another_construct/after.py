from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment
from constructs import Construct


class Identity(Construct):
    def __init__(self, scope: Construct, id: str, trust_policy: str) -> None:
        super().__init__(scope, id)
        self.runner = IamRole(self, "runner", name="runner", assume_role_policy=trust_policy)


class RunnerStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)
        identity = Identity(self, "identity", trust_policy)
        IamRolePolicyAttachment(
            self,
            "read",
            role=identity.runner.name,  # made by the construct
            policy_arn="arn:aws:iam::aws:policy/ReadOnlyAccess",
        )
