#!/usr/bin/env python
import json

from constructs import Construct
from cdktf import App, TerraformStack, Token, Fn
from cdktf_cdktf_provider_aws.cloudtrail import Cloudtrail, CloudtrailEventSelector
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.data_aws_caller_identity import DataAwsCallerIdentity
from cdktf_cdktf_provider_aws.data_aws_region import DataAwsRegion
from cdktf_cdktf_provider_aws.kms_key import KmsKey
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_policy import S3BucketPolicy
from cdktf_cdktf_provider_aws.s3_bucket_object_lock_configuration import S3BucketObjectLockConfiguration
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic


class AuditTrailStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, *, retention_years: int = 7) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")
        identity = DataAwsCallerIdentity(self, "identity")
        region = DataAwsRegion(self, "region")

        key = KmsKey(self, "key", description="CloudTrail", enable_key_rotation=True, policy=self.key_policy(identity.account_id))
        bucket = S3Bucket(self, "bucket", bucket=f"acme-audit-{identity.account_id}", object_lock_enabled=True)
        policy = S3BucketPolicy(
            self,
            "bucket_policy",
            bucket=bucket.id,
            policy_document=json.dumps(
                {
                    "Version": "2012-10-17",
                    "Statement": [
                        {
                            "Sid": "Check",
                            "Effect": "Allow",
                            "Principal": {"Service": "cloudtrail.amazonaws.com"},
                            "Action": "s3:GetBucketAcl",
                            "Resource": bucket.arn,
                        },
                        {
                            "Sid": "Write",
                            "Effect": "Allow",
                            "Principal": {"Service": "cloudtrail.amazonaws.com"},
                            "Action": "s3:PutObject",
                            "Resource": f"{bucket.arn}/AWSLogs/{identity.account_id}/*",
                            "Condition": {"StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control"}},
                        },
                    ],
                }
            ),
        )
        S3BucketObjectLockConfiguration(
            self,
            "lock",
            bucket=bucket.id,
            rule=[{"default_retention": {"mode": "COMPLIANCE", "years": retention_years}}],
        )
        CloudwatchLogGroup(self, "log_group", name="/audit/trail", retention_in_days=365, kms_key=key.arn)

        self.trail = Cloudtrail(
            self,
            "trail",
            name="organisation",
            s3_bucket_name=bucket.id,
            kms_key_id=key.arn,
            is_multi_region_trail="true",
            include_global_service_events=True,
            enable_log_file_validation=True,
            event_selector=[
                CloudtrailEventSelector(
                    read_write_type="All",
                    include_management_events=True,
                    data_resource=[
                        {"type": "AWS::S3::Object", "values": [f"{bucket.arn}/"]},
                    ],
                )
            ],
            depends_on=[policy],
        )
        SnsTopic(self, "alerts", name=f"audit-alerts-{region.region}", kms_key_id=key.id)

    @staticmethod
    def key_policy(account_id: str) -> str:
        return Fn.json_encode(
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Principal": {"AWS": f"arn:aws:iam::{account_id}:root"},
                        "Action": "kms:*",
                        "Resource": "*",
                    },
                    {
                        "Effect": "Allow",
                        "Principal": {"Service": "cloudtrail.amazonaws.com"},
                        "Action": ["kms:GenerateDataKey*", "kms:DescribeKey"],
                        "Resource": "*",
                    },
                ],
            }
        )


app = App()
AuditTrailStack(app, "audit-trail")
app.synth()
