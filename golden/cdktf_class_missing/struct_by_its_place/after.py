from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.cloudfront_distribution import (
    CloudfrontDistribution,
    CloudfrontDistributionOrigin,
    CloudfrontDistributionOriginCustomOriginConfig,
)
from cdktf_cdktf_provider_aws.scheduler_schedule import SchedulerSchedule, SchedulerScheduleTargetRetryPolicy, SchedulerScheduleTarget


class EdgeStack(TerraformStack):
    def __init__(self, scope, id, role_arn, queue_arn):
        super().__init__(scope, id)
        SchedulerSchedule(
            self,
            "nightly",
            schedule_expression="rate(1 day)",
            flexible_time_window={"mode": "OFF"},
            target=SchedulerScheduleTarget(
                arn=queue_arn,
                role_arn=role_arn,
                retry_policy=SchedulerScheduleTargetRetryPolicy(maximum_retry_attempts=3),  # then give up
            ),
        )
        CloudfrontDistribution(
            self,
            "edge",
            enabled=True,
            default_cache_behavior={
                "allowed_methods": ["GET", "HEAD"],
                "cached_methods": ["GET", "HEAD"],
                "target_origin_id": "site",
                "viewer_protocol_policy": "redirect-to-https",
            },
            origin=[
                CloudfrontDistributionOrigin(
                    domain_name="site.internal.test",
                    origin_id="site",
                    custom_origin_config=CloudfrontDistributionOriginCustomOriginConfig(
                        http_port=80,
                        https_port=443,
                        origin_protocol_policy="https-only",
                        origin_ssl_protocols=["TLSv1.2"],
                    ),
                ),
            ],
            restrictions={"geo_restriction": {"restriction_type": "none"}},
            viewer_certificate={"cloudfront_default_certificate": True},
        )
