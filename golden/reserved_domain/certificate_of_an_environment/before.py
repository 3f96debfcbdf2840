from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.acm_certificate import AcmCertificate


class ShopStack(TerraformStack):
    def __init__(self, scope, construct_id, environment_suffix):
        super().__init__(scope, construct_id)
        # one for each
        AcmCertificate(
            self, "certificate", domain_name=f"shop-{environment_suffix}.example.com", validation_method="DNS"
        )


app = App()
ShopStack(app, "shop", environment_suffix="dev")
app.synth()
