#!/usr/bin/env python
from constructs import Construct
from cdktf import App, Fn, TerraformStack, TerraformOutput
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.guardduty_detector import GuarddutyDetector
from cdktf_cdktf_provider_aws.guardduty_detector_feature import GuarddutyDetectorFeature
from cdktf_cdktf_provider_aws.securityhub_account import SecurityHubAccount
from cdktf_cdktf_provider_aws.config_config_rule import ConfigConfigRule, ConfigConfigRuleSource
from cdktf_cdktf_provider_aws.configuration_recorder import ConfigurationRecorder
from cdktf_cdktf_provider_aws.config_delivery_channel import ConfigDeliveryChannel
from cdktf_cdktf_provider_aws.budgets_budget import BudgetsBudget, BudgetsBudgetNotification
from cdktf_cdktf_provider_aws.iam_account_password_policy import IamAccountPasswordPolicy
from cdktf_cdktf_provider_aws.accessanalyzer_analyzer import AccessanalyzerAnalyzer


RULES = {
    "s3-public-read": "S3_BUCKET_PUBLIC_READ_PROHIBITED",
    "encrypted-volumes": "ENCRYPTED_VOLUMES",
    "root-mfa": "ROOT_ACCOUNT_MFA_ENABLED",
}


class Guardrails(TerraformStack):
    def __init__(self, scope: Construct, id: str, monthly_limit: int = 500):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")

        detector = GuarddutyDetector(self, "detector", enabled=True)
        for feature in ("S3_DATA_EVENTS", "EKS_AUDIT_LOGS"):
            GuarddutyDetectorFeature(
                self, f"feature_{feature.lower()}",
                detector_id=detector.detector_id,
                name=feature,
                status="ENABLED",
            )
        SecurityHubAccount(self, "security_hub", enable_default_standards=True)

        recorder = ConfigurationRecorder(
            self, "recorder",
            name="default",
            role_arn="arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
            recording_group={"all_supported": True, "include_global_resource_types": True},
        )
        channel = ConfigDeliveryChannel(
            self, "channel",
            name="default",
            s3_bucket_name="acme-config-history",
            snapshot_delivery_properties={"delivery_frequency": "Six_Hours"},
            depends_on=[recorder],
        )
        for name, identifier in RULES.items():
            ConfigConfigRule(
                self, f"rule_{name}",
                name=name,
                source=ConfigConfigRuleSource(owner="AWS", identifier=identifier),
                depends_on=[channel],
            )

        IamAccountPasswordPolicy(
            self, "passwords",
            minimum_password_length="14",
            require_symbols=True,
            require_numbers=True,
            max_password_age=90,
        )
        BudgetsBudget(
            self, "budget",
            name="monthly",
            budget_type="COST",
            limit_amount=500,
            limit_unit="USD",
            time_unit="MONTHLY",
            notification=BudgetsBudgetNotification(
                comparison_operator="GREATER_THAN",
                threshold=80,
                threshold_type="PERCENTAGE",
                notification_type="FORECASTED",
                subscriber_email_addresses=["finance@acme-shop.io"],
            ),
        )
        AccessanalyzerAnalyzer(self, "analyzer", analyzer_name="account")
        TerraformOutput(self, "detector_arn", value=detector.arn)


app = App()
Guardrails(app, "guardrails")
app.synth()
