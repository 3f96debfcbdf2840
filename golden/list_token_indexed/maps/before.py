from cdktf import TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.data_aws_vpc import DataAwsVpc
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket

TAGS = {"team": "orders"}


class DataStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        network = DataAwsVpc(self, "network", default=True)
        bucket = S3Bucket(self, "bucket", bucket="reports-of-the-day", tags={**TAGS, "for": network.tags["team"]})
        TerraformOutput(self, "team", value=bucket.tags["team"])  # who to ask
        TerraformOutput(self, "path", value=f"s3://{bucket.bucket}/{bucket.tags['for']}")
        TerraformOutput(self, "own", value=TAGS["team"])
