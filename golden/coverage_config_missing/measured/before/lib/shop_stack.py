from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_public_access_block import S3BucketPublicAccessBlock
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from cdktf_cdktf_provider_aws.subnet import Subnet
from cdktf_cdktf_provider_aws.vpc import Vpc


class ShopStack(TerraformStack):
    """What the shop runs on."""

    def __init__(self, scope, construct_id, environment_suffix, region, alarms=False):
        super().__init__(scope, construct_id)
        AwsProvider(self, "aws", region=region)
        vpc = Vpc(self, "vpc", cidr_block="10.0.0.0/16")
        for index, zone in enumerate("ab"):  # two zones
            Subnet(self, f"subnet_{zone}", vpc_id=vpc.id, cidr_block=f"10.0.{index}.0/24")
        Subnet(self, "public", vpc_id=vpc.id, cidr_block="10.0.9.0/24")
        self._create_storage(environment_suffix)
        if alarms:
            SnsTopic(self, "alarms", name=f"alarms-{environment_suffix}")

    def _create_storage(self, suffix):
        bucket = S3Bucket(self, "uploads", bucket=f"uploads-{suffix}")
        S3BucketPublicAccessBlock(
            self, "private", bucket=bucket.id, block_public_acls=True, restrict_public_buckets=True
        )
