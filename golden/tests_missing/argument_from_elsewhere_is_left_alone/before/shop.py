from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket


class ShopStack(TerraformStack):
    def __init__(self, scope, construct_id, settings):
        super().__init__(scope, construct_id)
        S3Bucket(self, "uploads", bucket=settings.bucket)  # of people
