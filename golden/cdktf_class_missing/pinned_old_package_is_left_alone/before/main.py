from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.db_security_group import DbSecurityGroup  # there until version 4 of the provider
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket


class OldStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        S3Bucket(self, "bucket", bucket="reports-of-the-day")
        DbSecurityGroup(self, "database", name="database", ingress=[{"cidr": "10.0.0.0/24"}])
