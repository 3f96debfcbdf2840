from cdktf import App, TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.acm_certificate import AcmCertificate
from cdktf_cdktf_provider_aws.route53_record import Route53Record
from cdktf_cdktf_provider_aws.route53_zone import Route53Zone


class ShopStack(TerraformStack):
    def __init__(self, scope, construct_id, stage, domain_name="example.com"):
        super().__init__(scope, construct_id)
        # of the shop
        zone = Route53Zone(self, "zone", name=domain_name)
        Route53Record(
            self,
            "api",
            zone_id=zone.zone_id,
            name=f"api.{stage}.{domain_name}",
            type="CNAME",
            ttl=60,
            records=[f"primary.{domain_name}"],
        )
        AcmCertificate(self, "certificate", domain_name=f"*.{domain_name}", validation_method="DNS")
        TerraformOutput(self, "url", value=f"https://api.{domain_name}")


app = App()
ShopStack(app, "shop", "dev")
app.synth()
