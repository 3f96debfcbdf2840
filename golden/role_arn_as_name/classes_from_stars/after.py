from cdktf import *
from cdktf_cdktf_provider_aws.iam_role import *
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import *
from cdktf_cdktf_provider_aws.provider import *
from constructs import *


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        role = IamRole(self, "role", name_prefix="orders", assume_role_policy="{}")
        IamRolePolicyAttachment(
            self,
            "read",
            role=role.name,
            policy_arn="arn:aws:iam::aws:policy/ReadOnlyAccess",
        )


app = App()
OrderStack(app, "orders")
app.synth()
