from cdktf import TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.data_aws_subnets import DataAwsSubnets
from cdktf_cdktf_provider_aws.db_subnet_group import DbSubnetGroup
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket


class DataStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        subnets = DataAwsSubnets(self, "subnets")
        DbSubnetGroup(self, "group", name="database", subnet_ids=subnets.ids)  # all of them
        bucket = S3Bucket(self, "bucket", bucket="reports-of-the-day", tags={"team": "orders"})
        TerraformOutput(self, "tags", value=bucket.tags)
