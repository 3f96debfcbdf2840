from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.autoscaling_group import AutoscalingGroup, AutoscalingGroupTag  # the struct has no A
from cdktf_cdktf_provider_aws.autoscaling_group_tag import AutoscalingGroupTagA


class FleetStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        group = AutoscalingGroup(
            self,
            "group",
            min_size=1,
            max_size=2,
            tag=[AutoscalingGroupTag(key="team", value="orders", propagate_at_launch=True)],
        )
        AutoscalingGroupTagA(
            self,
            "tag",
            autoscaling_group_name=group.name,
            tag={"key": "stage", "value": "test", "propagate_at_launch": True},
        )
