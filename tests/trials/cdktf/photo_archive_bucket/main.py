#!/usr/bin/env python3
"""Long term archive for customer photos."""
import os

from cdktf import App, TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.kms_key import KmsKey
from cdktf_cdktf_provider_aws.kms_alias import KmsAlias
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_versioning import S3BucketVersioning
from cdktf_cdktf_provider_aws.s3_bucket_public_access_block import S3BucketPublicAccessBlock
from cdktf_cdktf_provider_aws.s3_bucket_lifecycle_configuration import (
    S3BucketLifecycleConfiguration,
    S3BucketLifecycleConfigurationRule,
    S3BucketLifecycleConfigurationRuleExpiration,
    S3BucketLifecycleConfigurationRuleFilter,
    S3BucketLifecycleConfigurationRuleTransition,
)
from cdktf_cdktf_provider_aws.s3_bucket_server_side_encryption_configuration import (
    S3BucketServerSideEncryptionConfigurationA,
)
from constructs import Construct


class PhotoArchiveStack(TerraformStack):
    def __init__(self, scope: Construct, construct_id: str, *, environment_suffix: str):
        super().__init__(scope, construct_id)

        AwsProvider(self, "aws", region="eu-central-1")

        key = KmsKey(
            self,
            "archive_key",
            description="Encrypts archived photos",
            enable_key_rotation="true",
            deletion_window_in_days=14,
        )

        KmsAlias(
            self,
            "archive_key_alias",
            alias=f"alias/photo-archive-{environment_suffix}",
            target_key_id=key.key_id,
        )

        archive = S3Bucket(
            self,
            "archive",
            bucket=f"acme-photo-archive-{environment_suffix}",
            force_destroy=False,
        )

        # Keep every revision of a photo
        S3BucketVersioning(
            self,
            "archive_versioning",
            bucket=archive.id,
            versioning_configuration={"status": "Enabled"},
        )

        S3BucketServerSideEncryptionConfigurationA(
            self,
            "archive_encryption",
            bucket=archive.id,
            rule=[
                {
                    "apply_server_side_encryption_by_default": {
                        "sse_algorithm": "aws:kms",
                        "kms_master_key_id": key.arn,
                    },
                    "bucket_key_enabled": True,
                }
            ],
        )

        S3BucketPublicAccessBlock(
            self,
            "archive_pab",
            bucket=archive.id,
            block_public_acls=True,
            block_public_policy=True,
            ignore_public_acls=True,
            restrict_public_buckets=True,
        )

        S3BucketLifecycleConfiguration(
            self,
            "archive_lifecycle",
            bucket=archive.id,
            rule=[
                S3BucketLifecycleConfigurationRule(
                    id="to-glacier",
                    status="Enabled",
                    filter=[S3BucketLifecycleConfigurationRuleFilter(prefix="photos/")],
                    transition=[S3BucketLifecycleConfigurationRuleTransition(days=60, storage_class="GLACIER")],
                    expiration=S3BucketLifecycleConfigurationRuleExpiration(days=3650),
                )
            ],
        )

        TerraformOutput(self, "bucket_arn", value=archive.arn)


app = App()
PhotoArchiveStack(app, "photo-archive", environment_suffix=os.getenv("ENVIRONMENT_SUFFIX", "dev"))
app.synth()
