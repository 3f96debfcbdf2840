from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_replication_configuration import S3BucketReplicationConfigurationA
from cdktf_cdktf_provider_aws.s3_bucket_versioning import S3BucketVersioningA


class OrdersStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        src = S3Bucket(self, "src", bucket="orders")
        dst = S3Bucket(self, "dst", bucket="orders-copy")
        src_versioning = S3BucketVersioningA(
            self, "src_versioning", bucket=src.id, versioning_configuration={"status": "Enabled"}
        )
        # Everything goes to the other side.
        S3BucketReplicationConfigurationA(
            self,
            "replication",
            bucket=src.id,
            role="arn:aws:iam::123456789012:role/replication",
            rule=[{"status": "Enabled", "destination": {"bucket": dst.arn}}],
        )
