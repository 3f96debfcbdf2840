from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.route53_record import Route53Record
from cdktf_cdktf_provider_aws.route53_zone import Route53Zone


class ShopStack(TerraformStack):
    def __init__(self, scope, construct_id):
        super().__init__(scope, construct_id)
        self._create_zone()

    def _create_zone(self):
        # of the shop
        zone = Route53Zone(self, "zone", name="example.com")
        Route53Record(self, "api", zone_id=zone.id, name="api.example.com", type="A", ttl=60, records=["192.0.2.1"])


app = App()
ShopStack(app, "shop")
app.synth()
