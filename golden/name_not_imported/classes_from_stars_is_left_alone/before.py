from cdktf import *
from cdktf_cdktf_provider_aws.provider import *
from cdktf_cdktf_provider_aws.s3_bucket import *
from constructs import *


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        S3Bucket(self, "archive", bucket_prefix="orders-archive", versioning=S3BucketVersioning(enabled=True))


app = App()
OrderStack(app, "orders")
app.synth()
