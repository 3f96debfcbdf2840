from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_policy_attachment import IamPolicyAttachment
from cdktf_cdktf_provider_aws.iam_role import IamRole


class ArchiveStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)

        api = IamRole(self, "api", name="api", assume_role_policy=trust_policy)
        batch = IamRole(self, "batch", name="batch", assume_role_policy=trust_policy)

        # Roles that may read the archive.
        readers = [api.name, batch.name]

        IamPolicyAttachment(
            self,
            "archive",
            name="archive",
            roles=readers,
            policy_arn="arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
        )
