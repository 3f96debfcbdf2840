"""Ledger database with a replica in a second zone."""
from __future__ import annotations

from cdktf import App, TerraformOutput, TerraformStack, TerraformVariable
from constructs import Construct

from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.db_instance import DbInstance
from cdktf_cdktf_provider_aws.db_parameter_group import DbParameterGroup, DbParameterGroupParameter
from cdktf_cdktf_provider_aws.db_subnet_group import DbSubnetGroup
from cdktf_cdktf_provider_aws.iam_policy_document import IamPolicyDocument
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment


class LedgerStack(TerraformStack):
    def __init__(self, scope: Construct, ns: str, config: dict):
        super().__init__(scope, ns)
        self.config = config

        AwsProvider(self, "aws", region=config["region"])

        password = TerraformVariable(self, "db_password", type="string", sensitive=True)

        trust = IamPolicyDocument(self, "monitoring_trust",
            statement=[{
                "actions": ["sts:AssumeRole"],
                "principals": [{"type": "Service", "identifiers": ["monitoring.rds.amazonaws.com"]}],
            }],
        )
        monitoring = IamRole(self, "monitoring", name="ledger-monitoring", assume_role_policy=trust.json)
        IamRolePolicyAttachment(self, "monitoring_attachment",
            role=monitoring.name,
            policy_arn="arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
        )

        subnet_group = DbSubnetGroup(self, "subnets", name="ledger", subnets=config["subnet_ids"])

        parameters = DbParameterGroup(self, "parameters",
            name="ledger-postgres16",
            family="postgres16",
            parameter=[
                DbParameterGroupParameter(name="log_statement", value="ddl"),
                DbParameterGroupParameter(name="rds.force_ssl", value=1),
            ],
        )

        settings = {
            "engine": "postgres",
            "instance_class": "db.m6g.large",
            "storage_encrypted": True,
            "auto_minor_version_upgrade": True,
            "parameter_group_name": parameters.name,
            "monitoring_interval": 60,
            "monitoring_role_arn": monitoring.arn,
        }

        primary = DbInstance(self, "primary",
            identifier="ledger",
            name="ledger",
            username="ledger_admin",
            password=password.string_value,
            allocated_storage="100",
            db_subnet_group_name=subnet_group.name,
            vpc_security_group_ids=config["security_group_ids"],
            backup_retention_period=14,
            skip_final_snapshot=False,
            final_snapshot_identifier="ledger-final",
            enabled_cloudwatch_logs_exports="postgresql",
            **settings,
        )

        DbInstance(self, "replica",
            identifier="ledger-replica",
            replicate_source_db=primary.identifier,
            skip_final_snapshot=True,
            **settings,
        )

        TerraformOutput(self, "endpoint", value=primary.endpoint)
        TerraformOutput(self, "port", value=primary.port)


app = App()
LedgerStack(app, "ledger", {
    "region": "eu-west-1",
    "subnet_ids": ["subnet-1", "subnet-2"],
    "security_group_ids": ["sg-1"],
})
app.synth()
