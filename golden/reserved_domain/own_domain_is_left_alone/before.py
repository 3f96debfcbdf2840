from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.route53_zone import Route53Zone


class ShopStack(TerraformStack):
    def __init__(self, scope, construct_id):
        super().__init__(scope, construct_id)
        Route53Zone(self, "zone", name="example.com.au")  # really


app = App()
ShopStack(app, "shop")
app.synth()
