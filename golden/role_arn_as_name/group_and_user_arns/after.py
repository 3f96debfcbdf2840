from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_group import IamGroup
from cdktf_cdktf_provider_aws.iam_group_policy_attachment import IamGroupPolicyAttachment
from cdktf_cdktf_provider_aws.iam_policy_attachment import IamPolicyAttachment
from cdktf_cdktf_provider_aws.iam_user import IamUser
from cdktf_cdktf_provider_aws.iam_user_policy_attachment import IamUserPolicyAttachment


class PeopleStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)

        auditors = IamGroup(self, "auditors", name="auditors")
        ci = IamUser(self, "ci", name="ci")

        IamGroupPolicyAttachment(
            self, "audit", group=auditors.name, policy_arn="arn:aws:iam::aws:policy/SecurityAudit"
        )
        IamUserPolicyAttachment(
            self, "read", user=ci.name, policy_arn="arn:aws:iam::aws:policy/ReadOnlyAccess"
        )
        IamPolicyAttachment(
            self,
            "billing",
            name="billing",
            users=[ci.name],
            groups=[auditors.name],
            policy_arn="arn:aws:iam::aws:policy/AWSBillingReadOnlyAccess",  # the build user reads bills
        )
