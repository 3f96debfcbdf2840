from cdktf import TerraformStack, Token
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment
from constructs import Construct

READ = "arn:aws:iam::aws:policy/ReadOnlyAccess"


class Identity(Construct):
    def __init__(self, scope, id, trust_policy):
        super().__init__(scope, id)
        self.reader = IamRole(self, "reader", name="reader", assume_role_policy=trust_policy)
        self.reader_arn = self.reader.arn
        self.guests = []
        for name in ("red", "blue"):
            self.guests.append(IamRole(self, name, name=name, assume_role_policy=trust_policy))

    @property
    def guest_arn(self):
        return self.guests[0].arn


class AccessStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)
        self.trust_policy = trust_policy
        identity = Identity(self, "identity", trust_policy)
        IamRolePolicyAttachment(self, "reader", role=identity.reader.name, policy_arn=READ)  # from the object
        IamRolePolicyAttachment(self, "guest", role=identity.guests[0].name, policy_arn=READ)
        for number, guest in enumerate(identity.guests):
            IamRolePolicyAttachment(self, f"guest_{number}", role=Token.as_string(guest.name), policy_arn=READ)
        self._attach(self._make("writer"))
        if trust_policy == "{}":
            last = self._make("last")
        else:
            last = self._make("first")
        IamRolePolicyAttachment(self, "end", role=last.name, policy_arn=READ)

    def _make(self, name):
        role = IamRole(self, name, name=name, assume_role_policy=self.trust_policy)
        return role

    def _attach(self, role):
        IamRolePolicyAttachment(self, "attached", role=role.name, policy_arn=READ)
