import json
import os

from cdktf import App, TerraformStack, S3Backend, TerraformOutput
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.eventbridge_schedule import EventbridgeSchedule
from cdktf_cdktf_provider_aws.scheduler_schedule import (
    SchedulerScheduleFlexibleTimeWindow,
    SchedulerScheduleRetryPolicy,
    SchedulerScheduleTarget,
)
from cdktf_cdktf_provider_aws.scheduler_schedule_group import SchedulerScheduleGroup
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy


class ReconciliationStack(TerraformStack):
    JOBS = {
        "ledger": "cron(0 1 * * ? *)",
        "invoices": "cron(30 1 * * ? *)",
        "refunds": "cron(0 2 * * ? *)",
    }

    def __init__(self, scope: Construct, construct_id: str, **kwargs):
        super().__init__(scope, construct_id)

        S3Backend(
            self,
            bucket="acme-terraform-state",
            key=f"reconciliation/{construct_id}.tfstate",
            region="us-east-1",
            encrypt="true",
        )
        AwsProvider(self, "aws", region=kwargs.get("region", "us-east-1"))

        group = SchedulerScheduleGroup(self, "group", name="reconciliation")
        queue = SqsQueue(
            self,
            "jobs",
            queue_name="reconciliation-jobs",
            message_retention_seconds=86400,
            visibility_timeout_seconds=900,
        )
        role = IamRole(
            self,
            "scheduler",
            name="reconciliation-scheduler",
            assume_role_policy=json.dumps(
                {
                    "Version": "2012-10-17",
                    "Statement": [
                        {
                            "Effect": "Allow",
                            "Principal": {"Service": "scheduler.amazonaws.com"},
                            "Action": "sts:AssumeRole",
                        }
                    ],
                }
            ),
        )
        IamRolePolicy(
            self,
            "scheduler_sends",
            role_name=role.name,
            policy=json.dumps(
                {
                    "Version": "2012-10-17",
                    "Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": queue.arn}],
                }
            ),
        )

        for job, expression in self.JOBS.items():
            EventbridgeSchedule(
                self,
                f"schedule_{job}",
                name=f"reconcile-{job}",
                group_name=group.name,
                schedule_expression=expression,
                schedule_expression_timezone="UTC",
                flexible_time_window=SchedulerScheduleFlexibleTimeWindow(mode="OFF"),
                target=SchedulerScheduleTarget(
                    arn=queue.arn,
                    role_arn=role.arn,
                    input=json.dumps({"job": job}),
                    retry_policy=SchedulerScheduleRetryPolicy(maximum_retry_attempts=3),
                ),
            )

        TerraformOutput(self, "queue_url", value=queue.queue_url)


app = App()
ReconciliationStack(app, "reconciliation", region=os.environ.get("AWS_REGION", "us-east-1"))
app.synth()
