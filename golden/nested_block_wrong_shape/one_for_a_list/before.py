from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_lifecycle_configuration import (
    S3BucketLifecycleConfiguration,
    S3BucketLifecycleConfigurationRule,
    S3BucketLifecycleConfigurationRuleExpiration,
)


class StorageStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        bucket = S3Bucket(self, "bucket", bucket="reports-of-the-day")
        S3BucketLifecycleConfiguration(
            self,
            "lifecycle",
            bucket=bucket.id,
            rule=[
                S3BucketLifecycleConfigurationRule(
                    id="expire",
                    status="Enabled",
                    filter={"prefix": ""},  # everything
                    expiration=S3BucketLifecycleConfigurationRuleExpiration(days=90),
                    abort_incomplete_multipart_upload=dict(days_after_initiation=7),
                ),
            ],
        )
