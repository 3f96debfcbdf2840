from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.autoscaling_group import AutoscalingGroup, AutoscalingGroupTag


class WebStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        AutoscalingGroup(
            self,
            "web",
            min_size=2,
            max_size=6,
            vpc_zone_identifier=["subnet-0123456789abcdef0"],
            launch_template={"id": "lt-0123456789abcdef0"},
            tag=[
                AutoscalingGroupTag(key="Name", value="web"),  # what the console shows
            ],
        )
