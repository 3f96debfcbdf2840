from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket_versioning import S3BucketVersioningA  # storage
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class StorageStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        bucket = S3Bucket(self, "bucket", bucket="reports-of-the-day")
        S3BucketVersioningA(self, "versions", bucket=bucket.id, versioning_configuration={"status": "Enabled"})
        SqsQueue(self, "queue", name="reports")
