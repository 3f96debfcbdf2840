from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment


class FlowStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)
        self.trust_policy = trust_policy
        extract = self._make("extract")

        IamRolePolicyAttachment(
            self, "extract-s3", role=extract.name, policy_arn="arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
        )
        # Loads what was extracted.
        IamRolePolicyAttachment(
            self,
            "load-s3",
            role=self._make("load").name,
            policy_arn="arn:aws:iam::aws:policy/AmazonS3FullAccess",
        )

    def _make(self, step: str) -> IamRole:
        return IamRole(self, step, name=f"flow-{step}", assume_role_policy=self.trust_policy)
