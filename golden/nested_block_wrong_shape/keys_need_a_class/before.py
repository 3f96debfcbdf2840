from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.autoscaling_group import AutoscalingGroup
from cdktf_cdktf_provider_aws.route_table import RouteTable


class NetworkStack(TerraformStack):
    def __init__(self, scope, id, vpc, gateway, template):
        super().__init__(scope, id)
        RouteTable(
            self,
            "public",
            vpc_id=vpc.id,
            route={
                "cidr_block": "0.0.0.0/0",  # out
                "gateway_id": gateway.id,
            },
        )
        AutoscalingGroup(
            self, "fleet", min_size=1, max_size=2, tag={"key": "team", "value": "orders", "propagate_at_launch": True}
        )
