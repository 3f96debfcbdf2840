import json

from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.cloudtrail import Cloudtrail
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_policy import S3BucketPolicy


class TrailStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        bucket = S3Bucket(self, "bucket", bucket="trail")
        # lets the trail write
        S3BucketPolicy(
            self,
            "orders-TrailPolicy",
            bucket=bucket.id,
            policy=json.dumps({"Statement": []}),
        )
        Cloudtrail(self, "trail", name="all", s3_bucket_name=bucket.id)
