from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.data_aws_iam_role import DataAwsIamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment


class LogStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        existing = DataAwsIamRole(self, "existing", name="landing-zone-app")

        IamRolePolicyAttachment(
            self,
            "logs",
            role=existing.name,  # made by the platform team
            policy_arn="arn:aws:iam::aws:policy/CloudWatchLogsFullAccess",
        )
