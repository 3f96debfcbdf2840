from cdktf import TerraformStack, Token
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.lb_target_group import LbTargetGroup

PORT = 8080


class ApiStack(TerraformStack):
    def __init__(self, scope, id, role, delay="30", **settings):
        super().__init__(scope, id)
        LbTargetGroup(self, "targets", port=PORT, deregistration_delay=delay, slow_start=Token.as_number("${var.start}"))
        attached = [
            IamRolePolicyAttachment(self, f"may_{name.lower()}", role=role.name, policy_arn=f"arn:aws:iam::aws:policy/{name}")
            for name in ("AWSXRayDaemonWriteAccess", "AmazonSQSFullAccess")
        ]
        LambdaFunction(
            self,
            "api",
            function_name="api",
            role=role.arn,
            memory_size=256,
            publish=True,
            depends_on=attached,
            environment={"variables": {"PORT": str(PORT), "DEBUG": "false", **settings}},  # strings, all of them
        )
