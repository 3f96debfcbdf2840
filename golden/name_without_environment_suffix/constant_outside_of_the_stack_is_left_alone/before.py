from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket

REGION = "eu-central-1"
BUCKET_NAME = "static-website-demo"  # the stack's parameters are not known here


class WebsiteStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region=REGION)
        S3Bucket(self, "website", bucket=BUCKET_NAME)


app = App()
WebsiteStack(app, "website")
app.synth()
