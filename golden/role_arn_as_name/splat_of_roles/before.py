from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_policy_attachment import IamPolicyAttachment
from cdktf_cdktf_provider_aws.iam_role import IamRole


class WorkerStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)

        self.roles = [
            IamRole(self, f"worker-{i}", name=f"worker-{i}", assume_role_policy=trust_policy)
            for i in range(3)
        ]

        IamPolicyAttachment(
            self,
            "metrics",
            name="metrics",
            roles=[role.arn for role in self.roles],  # every worker
            policy_arn="arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy",
        )
