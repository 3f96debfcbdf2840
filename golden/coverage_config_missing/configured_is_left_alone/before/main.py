from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket


class ShopStack(TerraformStack):
    def __init__(self, scope, construct_id):
        super().__init__(scope, construct_id)
        S3Bucket(self, "uploads")  # of people


app = App()
ShopStack(app, "shop")
app.synth()
