from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.eventbridge_schedule import EventbridgeSchedule, EventbridgeScheduleTarget
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.vpc import Subnet, Vpc  # the network


class JobsStack(TerraformStack):
    def __init__(self, scope, id, role_arn):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        vpc = Vpc(self, "vpc", cidr_block="10.0.0.0/16")
        Subnet(self, "subnet", vpc_id=vpc.id, cidr_block="10.0.1.0/24")
        EventbridgeSchedule(
            self,
            "nightly",
            schedule_expression="cron(0 3 * * ? *)",
            flexible_time_window={"mode": "OFF"},
            target=EventbridgeScheduleTarget(arn="arn:aws:scheduler:::aws-sdk:sqs:sendMessage", role_arn=role_arn),
        )
