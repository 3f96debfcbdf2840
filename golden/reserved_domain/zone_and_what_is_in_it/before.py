from cdktf import App, TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.acm_certificate import AcmCertificate
from cdktf_cdktf_provider_aws.route53_record import Route53Record
from cdktf_cdktf_provider_aws.route53_zone import Route53Zone


class ShopStack(TerraformStack):
    def __init__(self, scope, construct_id, stage):
        super().__init__(scope, construct_id)
        # of the shop
        zone = Route53Zone(self, "zone", name="example.com")
        Route53Record(
            self,
            "api",
            zone_id=zone.zone_id,
            name=f"api.{stage}.example.com",
            type="CNAME",
            ttl=60,
            records=["primary.example.com"],
        )
        AcmCertificate(self, "certificate", domain_name="*.example.com", validation_method="DNS")
        TerraformOutput(self, "url", value="https://api.example.com")


app = App()
ShopStack(app, "shop", "dev")
app.synth()
