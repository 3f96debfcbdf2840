from cdktf import TerraformStack, Token
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment


class EtlStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)

        etl = IamRole(self, "etl", name="etl", assume_role_policy=trust_policy)

        IamRolePolicyAttachment(
            self,
            "glue",
            role=f"{etl.name}",  # a token in a string
            policy_arn="arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole",
        )
        IamRolePolicyAttachment(
            self,
            "read",
            role=Token.as_string(etl.name),
            policy_arn="arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
        )
