from cdktf import TerraformStack
from cdktf_cdktf_provider_aws import AwsProvider
from cdktf_cdktf_provider_aws.s3 import S3Bucket  # packages up to version 9 were divided by service
from cdktf_cdktf_provider_aws.vpc import SecurityGroup, Vpc


class OldStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")
        S3Bucket(self, "bucket", bucket="reports-of-the-day")
        vpc = Vpc(self, "vpc", cidr_block="10.0.0.0/16")
        SecurityGroup(self, "web", vpc_id=vpc.id)
