from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_instance_profile import IamInstanceProfile
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.launch_template import LaunchTemplate


class WebStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)

        web = IamRole(self, "web", name="web", assume_role_policy=trust_policy)

        # Attached to every instance of the web tier.
        profile = IamInstanceProfile(self, "profile", name="web", role=web.name)

        LaunchTemplate(
            self,
            "template",
            image_id="ami-0abcdef1234567890",
            instance_type="t3.micro",
            iam_instance_profile={"arn": profile.arn},
        )
