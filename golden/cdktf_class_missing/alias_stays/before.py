from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket_logging import S3BucketLogging as BucketLogging
from cdktf_cdktf_provider_aws.s3_bucket_versioning import S3BucketVersioningA as S3BucketVersioning


class LogStack(TerraformStack):
    def __init__(self, scope, id, bucket, target):
        super().__init__(scope, id)
        BucketLogging(self, "logging", bucket=bucket, target_bucket=target, target_prefix="logs/")  # who reads what
        S3BucketVersioning(self, "versions", bucket=bucket, versioning_configuration={"status": "Enabled"})
