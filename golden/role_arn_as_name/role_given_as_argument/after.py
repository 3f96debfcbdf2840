from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment
from constructs import Construct


class Logging(Construct):
    def __init__(self, scope: Construct, id: str, principal: IamRole) -> None:
        super().__init__(scope, id)
        IamRolePolicyAttachment(
            self,
            "logs",
            role=principal.name,  # annotated above
            policy_arn="arn:aws:iam::aws:policy/CloudWatchLogsFullAccess",
        )


class ApiStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)
        api = IamRole(self, "api", name="api", assume_role_policy=trust_policy)
        Logging(self, "logging", api)
