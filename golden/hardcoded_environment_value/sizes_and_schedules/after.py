from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.cloudwatch_event_rule import CloudwatchEventRule


class Reports(TerraformStack):
    def __init__(self, scope, id, environment_suffix="dev", nightly_schedule_expression="rate(1 day)"):
        super().__init__(scope, id)
        CloudwatchEventRule(
            self,
            "nightly",
            name=f"nightly-{environment_suffix}",
            schedule_expression=nightly_schedule_expression,  # at night
        )
