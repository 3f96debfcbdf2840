from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment


class WorkerStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)

        roles = [
            IamRole(self, f"worker-{i}", name=f"worker-{i}", assume_role_policy=trust_policy)
            for i in range(2)
        ]

        for i, role in enumerate(roles):
            IamRolePolicyAttachment(
                self, f"queue-{i}", role=role.name, policy_arn="arn:aws:iam::aws:policy/AmazonSQSFullAccess"
            )

        # Only the first worker writes reports.
        IamRolePolicyAttachment(
            self, "reports", role=roles[0].name, policy_arn="arn:aws:iam::aws:policy/AmazonS3FullAccess"
        )
