from cdktf import App, TerraformStack
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.route53_zone import Route53Zone
from cdktf_cdktf_provider_aws.route53_record import (
    Route53Record,
    Route53RecordAlias,
    Route53RecordFailoverRoutingPolicy,
    Route53RecordWeightedRoutingPolicy,
)
from cdktf_cdktf_provider_aws.route53_health_check import Route53HealthCheck

REGIONS = [
    {"name": "us-east-1", "lb": "primary-123.us-east-1.elb.amazonaws.com", "zone": "Z35SXDOTRQ7X7K", "role": "PRIMARY"},
    {"name": "us-west-2", "lb": "standby-456.us-west-2.elb.amazonaws.com", "zone": "Z1H1FL5HABSF5", "role": "SECONDARY"},
]


class EdgeStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, domain: str = "acme-shop.io"):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")

        zone = Route53Zone(self, "zone", domain_name=domain)
        private = Route53Zone(
            self, "private",
            name=f"internal.{domain}",
            vpc=[{"vpc_id": "vpc-0abc", "vpc_region": "us-east-1"}],
        )

        for region in REGIONS:
            check = Route53HealthCheck(
                self, f"check_{region['name']}",
                fqdn=region["lb"],
                type="HTTPS",
                port="443",
                path="/health",
                failure_threshold=3,
                request_interval=30,
            )
            Route53Record(
                self, f"failover_{region['name']}",
                zone_id=zone.zone_id,
                name=f"app.{domain}",
                type="A",
                set_identifier=region["name"],
                health_check_id=check.id,
                failover_routing_policy=[Route53RecordFailoverRoutingPolicy(type=region["role"])],
                alias=Route53RecordAlias(name=region["lb"], zone_id=region["zone"], evaluate_target_health=True),
            )

        for weight, host in ((90, "blue"), (10, "green")):
            Route53Record(
                self, f"weighted_{host}",
                zone_id=private.zone_id,
                name=f"api.internal.{domain}",
                record_type="CNAME",
                ttl=60,
                records=f"{host}.internal.{domain}",
                set_identifier=host,
                weighted_routing_policy=[{"weight": weight}],
            )


app = App()
EdgeStack(app, "edge")
app.synth()
