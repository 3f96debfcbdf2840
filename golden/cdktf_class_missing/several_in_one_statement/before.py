from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.s3 import S3Bucket, S3BucketVersioning  # storage
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class StorageStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        bucket = S3Bucket(self, "bucket", bucket="reports-of-the-day")
        S3BucketVersioning(self, "versions", bucket=bucket.id, versioning_configuration={"status": "Enabled"})
        SqsQueue(self, "queue", name="reports")
