from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_group import IamGroup
from cdktf_cdktf_provider_aws.iam_group_policy import IamGroupPolicy
from cdktf_cdktf_provider_aws.iam_user import IamUser
from cdktf_cdktf_provider_aws.iam_user_policy import IamUserPolicy


class PeopleStack(TerraformStack):
    def __init__(self, scope, id, policy="{}"):
        super().__init__(scope, id)

        operators = IamGroup(self, "operators", name="operators")
        deployer = IamUser(self, "deployer", name="deployer")

        IamGroupPolicy(self, "restart", name="restart-services", group=operators.name, policy=policy)
        IamUserPolicy(self, "deploy", name="deploy", user=deployer.name, policy=policy)  # no console access
