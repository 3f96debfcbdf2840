"""Data plane of the shop: everything that keeps state."""
import json
import os
from typing import Dict

from cdktf import App, Fn, S3Backend, TerraformOutput, TerraformStack
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.data_aws_availability_zones import DataAwsAvailabilityZones
from cdktf_cdktf_provider_aws.data_aws_caller_identity import DataAwsCallerIdentity
from cdktf_cdktf_provider_aws.db_instance import DbInstance
from cdktf_cdktf_provider_aws.db_subnet_group import DbSubnetGroup
from cdktf_cdktf_provider_aws.dynamodb_table import DynamodbTable, DynamodbTableAttribute
from cdktf_cdktf_provider_aws.elasticache_serverless_cache import ElasticacheServerlessCache
from cdktf_cdktf_provider_aws.internet_gateway import InternetGateway
from cdktf_cdktf_provider_aws.kms_key import KmsKey
from cdktf_cdktf_provider_aws.kms_alias import KmsAlias
from cdktf_cdktf_provider_aws.route import Route
from cdktf_cdktf_provider_aws.route_table import RouteTable
from cdktf_cdktf_provider_aws.route_table_association import RouteTableAssociation
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_lifecycle_configuration import (
    S3BucketLifecycleConfiguration,
    S3BucketLifecycleConfigurationRule,
    S3BucketLifecycleConfigurationRuleFilter,
    S3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration,
)
from cdktf_cdktf_provider_aws.s3_bucket_public_access_block import S3BucketPublicAccessBlockA
from cdktf_cdktf_provider_aws.s3_bucket_versioning import S3BucketVersioningA, S3BucketVersioningVersioningConfiguration
from cdktf_cdktf_provider_aws.secretsmanager_secret import SecretsmanagerSecret
from cdktf_cdktf_provider_aws.secretsmanager_secret_version import SecretsmanagerSecretVersion
from cdktf_cdktf_provider_aws.security_group import SecurityGroup
from cdktf_cdktf_provider_aws.subnet import Subnet
from cdktf_cdktf_provider_aws.vpc import Vpc
from cdktf_cdktf_provider_aws.vpc_security_group_ingress_rule import VpcSecurityGroupIngressRule
from cdktf_cdktf_provider_aws.vpc_security_group_egress_rule import VpcSecurityGroupEgressRule
from cdktf_cdktf_provider_random.provider import RandomProvider
from cdktf_cdktf_provider_random.password import Password

COMMON_TAGS: Dict[str, str] = {"Project": "shop", "Layer": "data"}


class ShopDataPlane(TerraformStack):
    """VPC, keys, buckets, tables, caches and the order database."""

    def __init__(self, scope: Construct, construct_id: str, environment_suffix: str, region: str, cidr: str = "10.40.0.0/16"):
        super().__init__(scope, construct_id)
        self.environment_suffix = environment_suffix
        self.region = region
        self.cidr = cidr

        S3Backend(self, bucket="acme-terraform-state", key=f"shop/{environment_suffix}.tfstate", region="us-east-1", encrypt=True)
        AwsProvider(self, "aws", region=region, default_tags=[{"tags": COMMON_TAGS}])
        RandomProvider(self, "random")
        self.identity = DataAwsCallerIdentity(self, "identity")

        self.create_network()
        self.create_keys()
        self.create_buckets()
        self.create_tables()
        self.create_cache()
        self.create_database()
        self.create_outputs()

    # ------------------------------------------------------------------ network
    def create_network(self) -> None:
        azs = DataAwsAvailabilityZones(self, "azs", state="available")
        self.vpc = Vpc(
            self,
            "vpc",
            cidr_block=self.cidr,
            enable_dns_hostnames=True,
            tags={**COMMON_TAGS, "Name": f"shop-{self.environment_suffix}"},
        )
        gateway = InternetGateway(self, "gateway", vpc=self.vpc.id)
        table = RouteTable(self, "public", vpc_id=self.vpc.id)
        Route(
            self,
            "default_route",
            route_table_id=table.id,
            destination_cidr="0.0.0.0/0",
            gateway_id=gateway.id,
        )
        self.subnets = []
        for index in range(3):
            subnet = Subnet(
                self,
                f"data_{index}",
                vpc_id=self.vpc.id,
                cidr_block=Fn.cidrsubnet(self.cidr, 8, index),
                availability_zone=Fn.element(azs.names, index),
                tags={"Name": f"data-{index}"},
            )
            RouteTableAssociation(self, f"data_{index}_routes", subnet_id=subnet.id, route_table_id=table.id)
            self.subnets.append(subnet)
        self.database_group = SecurityGroup(
            self,
            "database_group",
            name=f"shop-database-{self.environment_suffix}",
            description="PostgreSQL from the VPC",
            vpc_id=self.vpc.id,
        )
        VpcSecurityGroupIngressRule(
            self,
            "postgres_in",
            security_group_id=self.database_group.id,
            ip_protocol="tcp",
            from_port=5432,
            to_port=5432,
            cidr_ipv4=[self.cidr],
        )
        VpcSecurityGroupEgressRule(
            self, "anything_out", security_group_id=self.database_group.id, ip_protocol="-1", cidr_ipv4="0.0.0.0/0"
        )

    # ------------------------------------------------------------------ keys
    def create_keys(self) -> None:
        self.key = KmsKey(
            self,
            "key",
            description=f"Shop data {self.environment_suffix}",
            deletion_window="7",
            enable_key_rotation=True,
            policy=json.dumps(
                {
                    "Version": "2012-10-17",
                    "Statement": [
                        {
                            "Effect": "Allow",
                            "Principal": {"AWS": f"arn:aws:iam::{self.identity.account_id}:root"},
                            "Action": "kms:*",
                            "Resource": "*",
                        }
                    ],
                }
            ),
        )
        KmsAlias(self, "key_alias", name=f"alias/shop-{self.environment_suffix}", target_key_id=self.key.key_id)

    # ------------------------------------------------------------------ buckets
    def create_buckets(self) -> None:
        self.buckets = {}
        for purpose in ("invoices", "exports"):
            bucket = S3Bucket(
                self,
                f"bucket_{purpose}",
                bucket=f"shop-{purpose}-{self.environment_suffix}",
                force_destroy=self.environment_suffix != "prod",
            )
            S3BucketVersioningA(
                self,
                f"bucket_{purpose}_versioning",
                bucket=bucket.id,
                versioning_configuration=S3BucketVersioningVersioningConfiguration(status="Enabled"),
            )
            S3BucketPublicAccessBlockA(
                self,
                f"bucket_{purpose}_private",
                bucket=bucket.id,
                block_public_acls=True,
                block_public_policy=True,
                ignore_public_acls=True,
                restrict_public_buckets=True,
            )
            S3BucketLifecycleConfiguration(
                self,
                f"bucket_{purpose}_lifecycle",
                bucket=bucket.id,
                rule=[
                    S3BucketLifecycleConfigurationRule(
                        id="old-versions",
                        status="Enabled",
                        filter=[S3BucketLifecycleConfigurationRuleFilter(prefix="")],
                        noncurrent_version_expiration=S3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration(
                            noncurrent_days=30,
                        ),
                    )
                ],
            )
            self.buckets[purpose] = bucket

    # ------------------------------------------------------------------ tables
    def create_tables(self) -> None:
        self.carts = DynamodbTable(
            self,
            "carts",
            name=f"carts-{self.environment_suffix}",
            billing_mode="PAY_PER_REQUEST",
            hash_key="cart_id",
            range_key="item_id",
            attribute=[
                DynamodbTableAttribute(name="cart_id", type="S"),
                DynamodbTableAttribute(name="item_id", type="S"),
            ],
            server_side_encryption={"enabled": True, "kms_key_arn": self.key.arn},
            stream_enabled=True,
            stream_view_type="NEW_AND_OLD_IMAGES",
        )

    # ------------------------------------------------------------------ cache
    def create_cache(self) -> None:
        self.cache = ElasticacheServerlessCache(
            self,
            "cache",
            engine="valkey",
            serverless_cache_name=f"shop-{self.environment_suffix}",
            kms_key_id=self.key.arn,
            subnet_ids=[subnet.id for subnet in self.subnets],
        )

    # ------------------------------------------------------------------ database
    def create_database(self) -> None:
        password = Password(self, "database_password", length=32, special=False)
        secret = SecretsmanagerSecret(
            self,
            "database_secret",
            name=f"shop/database/{self.environment_suffix}",
            kms_key_id=self.key.arn,
        )
        SecretsmanagerSecretVersion(
            self,
            "database_secret_value",
            secret_id=secret.id,
            secret_string=Fn.jsonencode({"username": "shop", "password": password.result}),
        )
        group = DbSubnetGroup(
            self,
            "database_subnets",
            name=f"shop-{self.environment_suffix}",
            subnet_ids=[subnet.id for subnet in self.subnets],
        )
        self.database = DbInstance(
            self,
            "database",
            identifier=f"shop-{self.environment_suffix}",
            engine="postgres",
            engine_version=16,
            instance_class="db.t4g.medium",
            allocated_storage=50,
            db_name="shop",
            username="shop",
            password=password.value,
            db_subnet_group_name=group.name,
            vpc_security_group_ids=[self.database_group.id],
            storage_encrypted=True,
            kms_key_id=self.key.arn,
            backup_retention_period=7,
            skip_final_snapshot=True,
        )

    # ------------------------------------------------------------------ outputs
    def create_outputs(self) -> None:
        TerraformOutput(self, "vpc_id", value=self.vpc.id)
        TerraformOutput(self, "database_endpoint", value=self.database.endpoint)
        TerraformOutput(self, "carts_stream", value=self.carts.stream_arn)
        TerraformOutput(self, "cache_arn", value=self.cache.arn)
        for purpose, bucket in self.buckets.items():
            TerraformOutput(self, f"bucket_{purpose}_name", value=bucket.bucket)


app = App()
ShopDataPlane(
    app,
    "shop-data-plane",
    environment_suffix=os.getenv("ENVIRONMENT_SUFFIX", "dev"),
    region=os.getenv("AWS_REGION", "us-east-1"),
)
app.synth()
