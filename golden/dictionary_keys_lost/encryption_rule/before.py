from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_server_side_encryption_configuration import (
    S3BucketServerSideEncryptionConfigurationA,
)


class StorageStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        bucket = S3Bucket(self, "bucket", bucket="reports-of-the-day")
        S3BucketServerSideEncryptionConfigurationA(
            self,
            "encryption",
            bucket=bucket.id,
            rule=[
                {
                    # with the key of the account
                    "apply_server_side_encryption_by_default": {
                        "sse_algorithm": "aws:kms",
                    },
                    "bucket_key_enabled": True,
                }
            ],
        )
