from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment


class TeamStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)

        roles = {
            team: IamRole(self, team, name=f"{team}-ci", assume_role_policy=trust_policy)
            for team in ("payments", "search")
        }

        for team, role in roles.items():  # one attachment for each role
            IamRolePolicyAttachment(
                self,
                f"{team}-read",
                role=role.name,
                policy_arn="arn:aws:iam::aws:policy/ReadOnlyAccess",
            )

        IamRolePolicyAttachment(
            self,
            "search-deploy",
            role=roles["search"].name,
            policy_arn="arn:aws:iam::aws:policy/PowerUserAccess",
        )
