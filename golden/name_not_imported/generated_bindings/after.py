from cdktf import TerraformStack
from imports.aws.cloudwatch_log_group import CloudwatchLogGroup
from imports.aws.s3_bucket import S3Bucket
from imports.aws.s3_bucket_versioning import S3BucketVersioningA


class LogStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        CloudwatchLogGroup(self, "logs", name="/app/logs", retention_in_days=7)
        bucket = S3Bucket(self, "archive", bucket="app-archive")
        S3BucketVersioningA(self, "versions", bucket=bucket.id, versioning_configuration={"status": "Enabled"})  # kept
