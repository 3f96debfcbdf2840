from typing import Optional

from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_versioning import S3BucketVersioning

__all__ = ["S3BucketVersioning", "StorageStack"]


class StorageStack(TerraformStack):
    versions: "Optional[S3BucketVersioning]" = None

    def __init__(self, scope, id):
        super().__init__(scope, id)
        bucket = S3Bucket(self, "S3BucketVersioning", bucket="reports-of-the-day")
        self.versions = self._versions(bucket)

    def _versions(self, bucket: S3Bucket) -> S3BucketVersioning:
        """Return an S3BucketVersioning."""  # a docstring is prose
        return S3BucketVersioning(
            self, "versions", bucket=bucket.id, versioning_configuration={"status": "Enabled"}
        )
