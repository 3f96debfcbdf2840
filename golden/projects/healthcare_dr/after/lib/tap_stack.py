"""Global resources: DNS, alerting and the audit trail of both regions."""
from cdktf import TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.cloudwatch_metric_alarm import CloudwatchMetricAlarm
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.route53_record import Route53Record
from cdktf_cdktf_provider_aws.route53_zone import Route53Zone
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_versioning import (
    S3BucketVersioningA,
    S3BucketVersioningVersioningConfiguration,
)
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from constructs import Construct


class TapStack(TerraformStack):
    """Resources that exist once, whatever region is active."""

    def __init__(self, scope: Construct, construct_id: str, region: str, domain_name: str = "example.com") -> None:
        super().__init__(scope, construct_id)

        AwsProvider(
            self,
            "aws",
            region=region,
            default_tags=[{"tags": {"Project": "healthcare-dr", "Environment": "Production"}}],
        )

        # Hosted zone for the API
        self.zone = Route53Zone(self, "hosted_zone", name=domain_name, comment="Healthcare API")

        Route53Record(
            self,
            "api_record",
            zone_id=self.zone.zone_id,
            name=f"api.{domain_name}",
            type="CNAME",
            ttl=60,
            records=[f"primary.{domain_name}"],
        )

        self.alerts = SnsTopic(self, "alerts", name="healthcare-dr-alerts")
        self._create_audit_trail()
        self._create_alarms()

        TerraformOutput(self, "alert_topic_arn", value=self.alerts.arn)

    def _create_audit_trail(self) -> None:
        """Bucket and log group that the auditors read."""
        self.audit_bucket = S3Bucket(self, "audit_bucket", bucket="healthcare-dr-audit-trail")

        S3BucketVersioningA(
            self,
            "audit_versioning",
            bucket=self.audit_bucket.id,
            versioning_configuration=S3BucketVersioningVersioningConfiguration(status="Enabled"),
        )

        CloudwatchLogGroup(self, "audit_logs", name="/healthcare-dr/audit", retention_in_days=365)

    def _create_alarms(self) -> None:
        CloudwatchMetricAlarm(
            self,
            "failover_alarm",
            alarm_name="healthcare-dr-failover",
            alarm_description="The primary region does not answer",
            comparison_operator="LessThanThreshold",
            evaluation_periods=3,
            metric_name="HealthCheckStatus",
            namespace="AWS/Route53",
            period=60,
            statistic="Minimum",
            threshold=1,
            alarm_actions=[self.alerts.arn],
        )
