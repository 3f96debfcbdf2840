from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_replication_configuration import S3BucketReplicationConfigurationA
from cdktf_cdktf_provider_aws.s3_bucket_versioning import S3BucketVersioningA


class CopyStack(TerraformStack):
    def __init__(self, scope, id, role, other_account_bucket_arn):
        super().__init__(scope, id)
        bucket = S3Bucket(self, "bucket", bucket="orders")
        versions = S3BucketVersioningA(
            self, "versions", bucket=bucket.id, versioning_configuration={"status": "Enabled"}
        )
        # the copy is somebody else's
        S3BucketReplicationConfigurationA(
            self,
            "replication",
            bucket=bucket.id,
            role=role,
            rule=[{"status": "Enabled", "destination": {"bucket": other_account_bucket_arn}}],
            depends_on=[versions],
        )
