from typing import Dict, List
import json

from constructs import Construct
from cdktf import App, Fn, TerraformStack, TerraformOutput
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from cdktf_cdktf_provider_aws.sns_topic_subscription import SnsTopicSubscription
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from cdktf_cdktf_provider_aws.sqs_queue_policy import SqsQueuePolicy
from cdktf_cdktf_provider_aws.cloudwatch_metric_alarm import CloudwatchMetricAlarm
from cdktf_cdktf_provider_aws.data_aws_caller_identity import DataAwsCallerIdentity


class FanoutStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, tenants: List[str]):
        super().__init__(scope, id)
        AwsProvider(
            self, "aws",
            region="us-east-1",
            default_tags=[{"Project": "fanout", "ManagedBy": "cdktf"}],
        )
        account_id = Fn.data_aws_caller_identity(self, "current").account_id

        topic = SnsTopic(self, "events", topic_name="tenant-events")
        queues: Dict[str, SqsQueue] = {}

        for tenant in tenants:
            dead = SqsQueue(self, f"dead_{tenant}", name=f"{tenant}-dead", message_retention_seconds=1209600)
            queue = SqsQueue(
                self, f"queue_{tenant}",
                name=f"{tenant}-events",
                redrive_policy={"deadLetterTargetArn": dead.arn, "maxReceiveCount": 5},
                fifo_queue="false",
            )
            queues[tenant] = queue
            SqsQueuePolicy(
                self, f"policy_{tenant}",
                queue_url=queue.id,
                policy=json.dumps({
                    "Version": "2012-10-17",
                    "Statement": [{
                        "Effect": "Allow",
                        "Principal": {"Service": "sns.amazonaws.com"},
                        "Action": "sqs:SendMessage",
                        "Resource": queue.arn,
                        "Condition": {"ArnEquals": {"aws:SourceArn": topic.arn}, "StringEquals": {"aws:SourceAccount": account_id}},
                    }],
                }),
            )
            SnsTopicSubscription(
                self, f"subscription_{tenant}",
                topic=topic.arn,
                protocol="sqs",
                endpoint=queue.arn,
                filter_policy=json.dumps({"tenant": [tenant]}),
                raw_message_delivery=True,
            )
            CloudwatchMetricAlarm(
                self, f"alarm_{tenant}",
                alarm_name=f"{tenant}-dead-letters",
                namespace="AWS/SQS",
                metric_name="ApproximateNumberOfMessagesVisible",
                dimensions={"QueueName": dead.name},
                statistic="Maximum",
                period=60,
                threshold=0,
                evaluation_periods=1,
                comparison="GreaterThanThreshold",
                alarm_actions=topic.arn,
            )

        TerraformOutput(self, "topic_arn", value=topic.arn)
        TerraformOutput(self, "queue_urls", value={tenant: queue.url for tenant, queue in queues.items()})


app = App()
FanoutStack(app, "fanout", tenants=["alpha", "beta", "gamma"])
app.synth()
