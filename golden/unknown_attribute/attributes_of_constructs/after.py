from cdktf import TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.eip import Eip
from cdktf_cdktf_provider_aws.lb import Lb
from cdktf_cdktf_provider_aws.route53_record import Route53Record
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket


class EdgeStack(TerraformStack):
    def __init__(self, scope, id, zone, subnets):
        super().__init__(scope, id)
        self.balancer = Lb(self, "balancer", name="edge", subnets=subnets)
        bucket = S3Bucket(self, "bucket", bucket="site-of-the-day")
        address = Eip(self, "address", domain="vpc")
        Route53Record(
            self,
            "record",
            zone_id=zone.id,
            name="www",
            type="CNAME",
            ttl=60,
            records=[self.balancer.dns_name],  # the name that AWS gave it
        )
        TerraformOutput(self, "bucket-arn", value=bucket.arn)
        TerraformOutput(self, "address-text", value=f"http://{address.public_ip}/")
