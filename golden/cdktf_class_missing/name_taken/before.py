from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_versioning import S3BucketVersioning


class S3BucketVersioningA:  # ours
    status = "Enabled"


class StorageStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        bucket = S3Bucket(self, "bucket", bucket="reports-of-the-day")
        S3BucketVersioning(
            self,
            "versions",
            bucket=bucket.id,
            versioning_configuration={"status": S3BucketVersioningA.status},
        )
