from constructs import Construct
from cdktn_provider_aws.s3_bucket import S3Bucket
from cdktn_provider_aws.s3_bucket_logging import S3BucketLogging as Logging
from cdktn_provider_aws.s3_bucket_ownership_controls import S3BucketOwnershipControls
from cdktn_provider_aws.s3_bucket_acl import S3BucketAcl


class LoggedBucket(Construct):
    def __init__(self, scope: Construct, name: str, bucket_name: str) -> None:
        super().__init__(scope, name)
        self.bucket = S3Bucket(self, "bucket", bucket=bucket_name)
        self.logs = S3Bucket(self, "logs", bucket=f"{bucket_name}-logs")
        ownership = S3BucketOwnershipControls(
            self, "ownership",
            bucket=self.logs.id,
            rule=[{"object_ownership": "BucketOwnerPreferred"}],
        )
        S3BucketAcl(self, "acl", bucket=self.logs.id, canned_acl="log-delivery-write", depends_on=[ownership])
        Logging(self, "logging", bucket=self.bucket.id, bucket_to=self.logs.id, target_prefix="access/")
