from cdktf import TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_versioning import S3BucketVersioningA


class LogStack(TerraformStack):
    def __init__(self, scope, id, name):
        super().__init__(scope, id)
        bucket = S3Bucket(self, "logs", bucket=f"{name}-logs")
        # Keeps what is overwritten.
        S3BucketVersioningA(self, "logs", bucket=bucket.id, versioning_configuration={"status": "Enabled"})
        self._outputs(bucket)

    def _outputs(self, bucket):
        TerraformOutput(self, "logs", value=bucket.arn)
