from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket_replication_configuration import (
    S3BucketReplicationConfigurationA,
    S3BucketReplicationConfigurationRule,
    S3BucketReplicationConfigurationRuleDestination,
    S3BucketReplicationConfigurationRuleDestinationMetrics,
    S3BucketReplicationConfigurationRuleDestinationMetricsEventThreshold,
)


class ReplicaStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        S3BucketReplicationConfigurationA(
            self,
            "replica",
            bucket="reports",
            role="arn:aws:iam::123456789012:role/replica",
            rule=[
                S3BucketReplicationConfigurationRule(
                    status="Enabled",
                    destination=S3BucketReplicationConfigurationRuleDestination(
                        bucket="arn:aws:s3:::replica",
                        replication_time={
                            "status": "Enabled",
                            # Later than that somebody is told.
                            "time": S3BucketReplicationConfigurationRuleDestinationMetricsEventThreshold(minutes=15),
                        },
                        metrics=S3BucketReplicationConfigurationRuleDestinationMetrics(
                            status="Enabled",
                            event_threshold=S3BucketReplicationConfigurationRuleDestinationMetricsEventThreshold(
                                minutes=15
                            ),
                        ),
                    ),
                )
            ],
        )
