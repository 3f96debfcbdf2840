from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole as R
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment as A


class S(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id); r = R(self, "r", assume_role_policy="{}")
        A(self, "a", role=r.name, policy_arn="arn:aws:iam::aws:policy/ReadOnlyAccess"); A(self, "b", role=(r
            .name), policy_arn="arn:aws:iam::aws:policy/AmazonSQSFullAccess")  # written in a hurry
