"""Primary region: network, data, API."""
import json
import os

from cdktf import AssetType, Fn, TerraformAsset, TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.dynamodb_table import (
    DynamodbTable,
    DynamodbTableAttribute,
    DynamodbTablePointInTimeRecovery,
)
from cdktf_cdktf_provider_aws.iam_policy import IamPolicy
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment
from cdktf_cdktf_provider_aws.internet_gateway import InternetGateway
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.route import Route
from cdktf_cdktf_provider_aws.route_table import RouteTable
from cdktf_cdktf_provider_aws.route_table_association import RouteTableAssociation
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_replication_configuration import (
    S3BucketReplicationConfigurationA,
    S3BucketReplicationConfigurationRule,
    S3BucketReplicationConfigurationRuleDestination,
)
from cdktf_cdktf_provider_aws.s3_bucket_versioning import (
    S3BucketVersioningA,
    S3BucketVersioningVersioningConfiguration,
)
from cdktf_cdktf_provider_aws.security_group import SecurityGroup, SecurityGroupEgress
from cdktf_cdktf_provider_aws.subnet import Subnet
from cdktf_cdktf_provider_aws.vpc import Vpc
from constructs import Construct


def trust_policy(service: str) -> str:
    return json.dumps({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow",
            "Principal": {"Service": service},
            "Action": "sts:AssumeRole",
        }],
    })


class PrimaryStack(TerraformStack):
    """Patient records API in the primary region."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        environment_suffix: str,
        region: str = "us-east-1",
        replica_region: str = "us-west-2",
    ) -> None:
        super().__init__(scope, construct_id)

        self.environment_suffix = environment_suffix
        self.region = region

        AwsProvider(self, "aws", region=region)
        self.replica_provider = AwsProvider(self, "aws_replica", region=replica_region, alias="replica")

        self._create_network()
        self._create_data()
        self._create_iam()
        self._create_api()

        TerraformOutput(self, "api_function_name", value=self.api.function_name)
        TerraformOutput(self, "documents_bucket", value=self.documents.bucket)

    def _create_network(self) -> None:
        self.vpc = Vpc(
            self,
            "vpc",
            cidr_block="10.0.0.0/16",
            enable_dns_hostnames=True,
            tags={"Name": f"healthcare-dr-vpc-{self.environment_suffix}"},
        )
        self.internet_gateway = InternetGateway(self, "igw", vpc_id=self.vpc.id)

        route_table = RouteTable(self, "public_routes", vpc_id=self.vpc.id)
        Route(
            self,
            "internet_route",
            route_table_id=route_table.id,
            destination_cidr_block="0.0.0.0/0",
            gateway_id=self.internet_gateway.id,
        )

        self.subnets = []
        for index, zone in enumerate(["a", "b"]):
            subnet = Subnet(
                self,
                f"public_{zone}",
                vpc_id=self.vpc.id,
                cidr_block=f"10.0.{index}.0/24",
                availability_zone=f"{self.region}{zone}",
                map_public_ip_on_launch=True,
            )
            RouteTableAssociation(
                self, f"public_{zone}_routes", subnet_id=subnet.id, route_table_id=route_table.id
            )
            self.subnets.append(subnet)

        self.security_group = SecurityGroup(
            self,
            "api_security_group",
            name=f"healthcare-dr-api-{self.environment_suffix}",
            vpc_id=self.vpc.id,
            egress=[
                SecurityGroupEgress(from_port=0, to_port=0, protocol="-1", cidr_blocks=["0.0.0.0/0"])
            ],
        )

    def _create_data(self) -> None:
        self.records = DynamodbTable(
            self,
            "patient_records",
            name=f"healthcare-patient-records-{self.environment_suffix}",
            billing_mode="PAY_PER_REQUEST",
            hash_key="patient_id",
            attribute=[DynamodbTableAttribute(name="patient_id", type="S")],
            point_in_time_recovery=DynamodbTablePointInTimeRecovery(enabled=True),
        )

        # Medical documents, replicated to the second region
        self.documents = S3Bucket(
            self, "documents", bucket=f"healthcare-medical-docs-{self.environment_suffix}", force_destroy=self.environment_suffix not in ("prod", "production")
        )
        self.replica = S3Bucket(
            self,
            "documents_replica",
            bucket=f"healthcare-medical-docs-replica-{self.environment_suffix}",
            provider=self.replica_provider,
            force_destroy=self.environment_suffix not in ("prod", "production"),
        )

        self.replica_versioning = S3BucketVersioningA(
            self,
            "documents_replica_versioning",
            bucket=self.replica.id,
            versioning_configuration={"status": "Enabled"},
            provider=self.replica_provider,
        )
        replication_role = IamRole(
            self,
            "replication_role",
            name=f"healthcare-dr-replication-{self.environment_suffix}",
            assume_role_policy=trust_policy("s3.amazonaws.com"),
        )
        S3BucketReplicationConfigurationA(
            self,
            "replication",
            bucket=self.documents.id,
            role=replication_role.arn,
            rule=[
                S3BucketReplicationConfigurationRule(
                    id="all-documents",
                    status="Enabled",
                    destination=S3BucketReplicationConfigurationRuleDestination(bucket=self.replica.arn),
                )
            ],
        )
        S3BucketVersioningA(
            self,
            "documents_versioning",
            bucket=self.documents.id,
            versioning_configuration=S3BucketVersioningVersioningConfiguration(status="Enabled"),
        )

    def _create_iam(self) -> None:
        self.lambda_role = IamRole(
            self,
            "lambda_role",
            name=f"healthcare-dr-lambda-{self.environment_suffix}",
            assume_role_policy=trust_policy("lambda.amazonaws.com"),
        )

        lambda_policy = IamPolicy(
            self,
            "lambda_policy",
            name=f"healthcare-dr-lambda-policy-{self.environment_suffix}",
            policy=json.dumps({
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Action": ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
                        "Resource": self.records.arn,
                    },
                    {
                        "Effect": "Allow",
                        "Action": ["s3:GetObject", "s3:PutObject"],
                        "Resource": f"arn:aws:s3:::healthcare-medical-docs-{self.environment_suffix}/*",
                    },
                ],
            }),
        )

        IamRolePolicyAttachment(
            self,
            "lambda_policy_attachment",
            role=self.lambda_role.name,  # attach the policy above
            policy_arn=lambda_policy.arn,
        )
        IamRolePolicyAttachment(
            self,
            "lambda_vpc_execution",
            role=self.lambda_role.name,
            policy_arn="arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
        )

    def _create_api(self) -> None:
        CloudwatchLogGroup(
            self, "api_logs", name=f"/aws/lambda/healthcare-dr-api-{self.environment_suffix}", retention_in_days=30
        )

        api_lambda_code = TerraformAsset(
            self,
            "api_lambda_code",
            path=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lambda"),
            type=AssetType.ARCHIVE,
        )

        # API handler, 3 GB for fast cold starts
        self.api = LambdaFunction(
            self,
            "api_lambda",
            function_name=f"healthcare-dr-api-{self.environment_suffix}",
            role=self.lambda_role.arn,
            handler="api_handler.handler",
            runtime="python3.11",
            memory_size=3072,
            timeout=30,
            filename=api_lambda_code.path,
            source_code_hash=Fn.filebase64sha256(api_lambda_code.path),
            environment={
                "variables": {
                    "TABLE_NAME": self.records.name,
                    "BUCKET_NAME": self.documents.bucket,
                    "STAGE": "primary",
                }
            },
        )
