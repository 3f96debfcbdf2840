from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.acm_certificate import AcmCertificate


class ShopStack(TerraformStack):
    def __init__(self, scope, construct_id, environment_suffix, domain_name="example.com"):
        super().__init__(scope, construct_id)
        # one for each
        AcmCertificate(
            self, "certificate", domain_name=f"shop-{environment_suffix}.{domain_name}", validation_method="DNS"
        )


app = App()
ShopStack(app, "shop", environment_suffix="dev")
app.synth()
