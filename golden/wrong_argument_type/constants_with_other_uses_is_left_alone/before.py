import os

from cdktf import TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.lb_target_group import LbTargetGroup
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from cdktf_cdktf_provider_aws.ssm_parameter import SsmParameter

LIMITS = {"items": 50, "pages": 5}
PORT = "8080"
SIZES = {"orders": 30}
SIZES["letters"] = "60"


class ShopStack(TerraformStack):
    def __init__(self, scope, id, production=False):
        super().__init__(scope, id)
        for name, limit in LIMITS.items():
            SsmParameter(
                self,
                f"limit_{name}",
                name=f"/shop/{name}",
                type="String",
                # The smaller ones are doubled.
                value=str(limit * 2) if limit < 10 else str(limit),
            )
        targets = LbTargetGroup(self, "targets", port=int(PORT), protocol="HTTP", vpc_id=os.environ.get("VPC", "vpc-1"))
        for name in SIZES:
            SqsQueue(self, f"queue_{name}", name=name, visibility_timeout_seconds=int(SIZES[name]))
        days = 90 if production else 7
        CloudwatchLogGroup(self, "audit", name="audit", retention_in_days=days)
        TerraformOutput(self, "targets_on", value=f"{targets.name} on {PORT}")
