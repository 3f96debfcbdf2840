from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.lb_target_group import LbTargetGroup
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from cdktf_cdktf_provider_aws.ssm_parameter import SsmParameter

FEATURES = {
    "checkout/new_flow": True,  # since May
    "checkout/max_items": 50,
    "search/engine": "opensearch",
}
QUEUES = [("orders", "30"), ("letters", 60)]
DRAIN = 15
DAYS = "90"


class ShopStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        services = [{"name": "api", "days": "30"}, {"name": "web", "days": 7}]
        for path, value in FEATURES.items():
            SsmParameter(self, f"feature_{path.replace('/', '_')}", name=f"/shop/{path}", type="String", value=value)
        for name, seconds in QUEUES:
            SqsQueue(self, f"queue_{name}", name=name, visibility_timeout_seconds=seconds)
        for service in services:
            CloudwatchLogGroup(self, service["name"], name=service["name"], retention_in_days=service["days"])
        LbTargetGroup(self, "blue", port=80, protocol="HTTP", vpc_id="vpc-0123456789abcdef0", deregistration_delay=DRAIN)
        LbTargetGroup(self, "green", port=80, protocol="HTTP", vpc_id="vpc-0123456789abcdef0", deregistration_delay=DRAIN)
        CloudwatchLogGroup(self, "audit", name="audit", retention_in_days=DAYS)
