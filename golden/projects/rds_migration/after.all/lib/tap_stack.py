"""RDS MySQL migration: database, credentials and validation."""
import json
import os

from cdktf import AssetType, Fn, TerraformAsset, TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.cloudwatch_metric_alarm import CloudwatchMetricAlarm
from cdktf_cdktf_provider_aws.db_instance import DbInstance
from cdktf_cdktf_provider_aws.db_subnet_group import DbSubnetGroup
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.security_group import (
    SecurityGroup,
    SecurityGroupEgress,
    SecurityGroupIngress,
)
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from cdktf_cdktf_provider_aws.subnet import Subnet
from cdktf_cdktf_provider_aws.vpc import Vpc
from constructs import Construct


class TapStack(TerraformStack):
    """Production database, restored from the development snapshot."""

    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id)
        validation_build = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "build", "validation")

        environment_suffix = kwargs.get("environment_suffix", "dev")
        aws_region = kwargs.get("aws_region", "us-east-1")
        db_multi_az = kwargs.get("db_multi_az", True)
        cpu_alarm_threshold = kwargs.get("cpu_alarm_threshold", 80)
        production_rds_backup_retention_period = kwargs.get("production_rds_backup_retention_period", 7)
        production_rds_instance_class = kwargs.get("production_rds_instance_class", "db.t3.small")
        validation_timeout = kwargs.get("validation_timeout", 60)
        vpc_cidr_block = kwargs.get("vpc_cidr_block", "10.0.0.0/16")
        db_snapshot_identifier = kwargs.get("db_snapshot_identifier", None)
        production_rds_allocated_storage = kwargs.get("production_rds_allocated_storage", 20)

        AwsProvider(
            self,
            "aws",
            region=aws_region,
            default_tags=[{"tags": {"Environment": "production", "Application": "rds-migration"}}],
        )

        # Network
        vpc = Vpc(self, "vpc", cidr_block=vpc_cidr_block, enable_dns_hostnames=True)
        subnets = [
            Subnet(
                self,
                f"private_{zone}",
                vpc_id=vpc.id,
                cidr_block=f"10.0.{index + 1}.0/24",
                availability_zone=f"{aws_region}{zone}",
            )
            for index, zone in enumerate("ab")
        ]

        function_security_group = SecurityGroup(
            self,
            "function_sg",
            name=f"validation-{environment_suffix}",
            vpc_id=vpc.id,
            egress=[SecurityGroupEgress(from_port=0, to_port=0, protocol="-1", cidr_blocks=["0.0.0.0/0"])],
        )
        database_security_group = SecurityGroup(
            self,
            "database_sg",
            name=f"production-db-{environment_suffix}",
            vpc_id=vpc.id,
            ingress=[
                SecurityGroupIngress(
                    from_port=3306,
                    to_port=3306,
                    protocol="tcp",
                    security_groups=[function_security_group.id],
                )
            ],
        )
        subnet_group = DbSubnetGroup(
            self,
            "db_subnets",
            name="production-db-subnets",
            subnet_ids=[subnet.id for subnet in subnets],
        )

        # Production database from the development snapshot
        database = DbInstance(
            self,
            "production_rds",
            identifier=f"production-db-{environment_suffix}",
            engine="mysql",
            engine_version="8.0",
            instance_class=production_rds_instance_class,
            username="admin" if db_snapshot_identifier is None else None,
            allocated_storage=production_rds_allocated_storage,
            manage_master_user_password=True,
            snapshot_identifier=db_snapshot_identifier,
            multi_az=db_multi_az,
            storage_encrypted=True,
            publicly_accessible=False,
            db_subnet_group_name=subnet_group.name,
            vpc_security_group_ids=[database_security_group.id],
            backup_retention_period=production_rds_backup_retention_period,
            skip_final_snapshot=True,
            lifecycle={"ignore_changes": ["snapshot_identifier"]},
        )

        # Validation function
        role = IamRole(
            self,
            "validation_role",
            name=f"rds-validation-role-{environment_suffix}",
            assume_role_policy=json.dumps({
                "Version": "2012-10-17",
                "Statement": [{
                    "Effect": "Allow",
                    "Principal": {"Service": "lambda.amazonaws.com"},
                    "Action": "sts:AssumeRole",
                }],
            }),
        )
        validation_vpc_access = IamRolePolicyAttachment(
            self,
            "validation_vpc_access",
            role=role.name,
            policy_arn="arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole",
        )
        validation_secret_access = IamRolePolicy(
            self,
            "validation_secret_access",
            name="read-credentials",
            role=role.id,
            policy=json.dumps({
                "Version": "2012-10-17",
                "Statement": [{
                    "Effect": "Allow",
                    "Action": "secretsmanager:GetSecretValue",
                    "Resource": database.master_user_secret.get(0).secret_arn,
                }],
            }),
        )
        validation_code = TerraformAsset(
            self,
            "validation_code",
            path=validation_build if os.path.isdir(validation_build) else os.path.join(os.path.dirname(os.path.abspath(__file__)), "lambda"),
            type=AssetType.ARCHIVE,
        )
        validation = LambdaFunction(
            self,
            "validation",
            function_name=f"rds-validation-{environment_suffix}",
            role=role.arn,
            handler="validation_handler.lambda_handler",
            runtime="python3.11",
            filename=validation_code.path,
            source_code_hash=Fn.filebase64sha256(validation_code.path),
            timeout=validation_timeout,
            vpc_config={
                "subnet_ids": [subnet.id for subnet in subnets],
                "security_group_ids": [function_security_group.id],
            },
            environment={
                "variables": {
                    "DB_HOST": database.address,
                    "DB_SECRET_ARN": database.master_user_secret.get(0).secret_arn,
                }
            },
            depends_on=[validation_secret_access, validation_vpc_access],
        )

        # Alerts
        alerts = SnsTopic(self, "alerts", name=f"rds-migration-alerts-{environment_suffix}")
        CloudwatchMetricAlarm(
            self,
            "cpu_alarm",
            alarm_name=f"production-db-cpu-{environment_suffix}",
            comparison_operator="GreaterThanThreshold",
            evaluation_periods=2,
            metric_name="CPUUtilization",
            namespace="AWS/RDS",
            period=300,
            statistic="Average",
            threshold=cpu_alarm_threshold,
            dimensions={"DBInstanceIdentifier": database.identifier},
            alarm_actions=[alerts.arn],
        )

        TerraformOutput(self, "rds_endpoint", value=database.endpoint)
        TerraformOutput(self, "validation_function", value=validation.function_name)
