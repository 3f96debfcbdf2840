from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_server_side_encryption_configuration import (
    S3BucketServerSideEncryptionConfiguration,
    S3BucketServerSideEncryptionConfigurationRule,  # encryption at rest
    S3BucketServerSideEncryptionConfigurationRuleAApplyServerSideEncryptionByDefault,
)
from cdktf_cdktf_provider_aws.s3_bucket_versioning import (
    S3BucketVersioning,
    S3BucketVersioningVersioningConfiguration,
)


class StorageStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        self.bucket = S3Bucket(self, "bucket", bucket="reports-of-the-day")

        S3BucketVersioning(
            self,
            "versions",
            bucket=self.bucket.id,
            versioning_configuration=S3BucketVersioningVersioningConfiguration(status="Enabled"),
        )
        S3BucketServerSideEncryptionConfiguration(
            self,
            "encryption",
            bucket=self.bucket.id,
            rule=[
                S3BucketServerSideEncryptionConfigurationRule(
                    apply_server_side_encryption_by_default=S3BucketServerSideEncryptionConfigurationRuleAApplyServerSideEncryptionByDefault(
                        sse_algorithm="aws:kms",
                    ),
                ),
            ],
        )
