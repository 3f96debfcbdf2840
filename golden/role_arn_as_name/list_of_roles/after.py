from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_policy_attachment import IamPolicyAttachment
from cdktf_cdktf_provider_aws.iam_role import IamRole


class TracingStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)

        api = IamRole(self, "api", name="api", assume_role_policy=trust_policy)
        worker = IamRole(self, "worker", name="worker", assume_role_policy=trust_policy)

        IamPolicyAttachment(
            self,
            "tracing",
            name="tracing",
            roles=[
                api.name,
                worker.name,  # already right
                worker.name,
                "batch",
            ],
            policy_arn="arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess",
        )
