# Cold storage for signed contracts.
from cdktf import App, TerraformStack
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.kms_key import KmsKey
from cdktf_cdktf_provider_aws.launch_template import LaunchTemplate
from cdktf_cdktf_provider_aws.route_table import RouteTable
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_cors_configuration import S3BucketCorsConfiguration
from cdktf_cdktf_provider_aws.s3_bucket_server_side_encryption_configuration import (
    S3BucketServerSideEncryptionConfigurationA as BucketEncryption,
)
from cdktf_cdktf_provider_aws.security_group import SecurityGroup


class VaultStack(TerraformStack):
    def __init__(self, scope: Construct, construct_id: str):
        super().__init__(scope, construct_id)
        AwsProvider(self, "aws", region="us-east-1", default_tags=[{"CostCenter": "4711", "Owner": "vault"}])
        key = KmsKey(self, "key", description="vault")
        vault = S3Bucket(self, "vault", bucket="acme-cold-vault")

        default_encryption = {
            "sse_algorithm": "aws:kms",
            "kms_master_key_id": key.arn,
        }
        BucketEncryption(
            self,
            "encryption",
            bucket=vault.id,
            rule=[{"apply_server_side_encryption_by_default": default_encryption, "bucket_key_enabled": True}],
        )

        # browsers upload directly
        cors_rules = [
            {
                "allowedMethods": ["PUT"],
                "allowedOrigins": ["https://vault.acme.io"],
                "max_age_seconds": 3000,
                "expose_headers": ["ETag"],
            }
        ]
        S3BucketCorsConfiguration(self, "cors", bucket=vault.id, cors_rule=cors_rules)

        routes = []
        routes.append({"cidr_block": "0.0.0.0/0", "gateway_id": "igw-0abc"})
        RouteTable(self, "routes", vpc_id="vpc-0abc", route=routes)

        for port in (80, 443):
            SecurityGroup(
                self,
                f"open_{port}",
                name=f"open-{port}",
                vpc_id="vpc-0abc",
                ingress=[dict(from_port=port, to_port=port, protocol="tcp", cidr_blocks=["10.0.0.0/8"])],
            )

        LaunchTemplate(
            self,
            "worker",
            name="vault-worker",
            image_id="ami-0abc",
            iam_instance_profile={"name": "vault-worker"},
            tag_specifications=[
                {"resource_type": "instance", "tags": {"Role": "worker"}},
            ],
        )


app = App()
VaultStack(app, "vault")
app.synth()
