from cdktf import TerraformStack, TerraformVariable
from cdktf_cdktf_provider_aws.cloudwatch_metric_alarm import CloudwatchMetricAlarm
from cdktf_cdktf_provider_aws.db_proxy import DbProxy
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class QueueStack(TerraformStack):
    def __init__(self, scope, id, subnets, *, group: str, stage: str):
        super().__init__(scope, id)
        TerraformVariable(self, "token", type="string", sensitive="true")
        queue = SqsQueue(self, "orders", name="orders", tags=[{"Team": "orders"}])  # the team's
        dead = SqsQueue(
            self,
            "dead",
            name="dead",
            tags=[{"Key": "Team", "Value": "orders"}, {"Key": "Stage", "Value": stage}],
            depends_on=queue,
            lifecycle={"ignore_changes": "name"},
        )
        CloudwatchMetricAlarm(
            self,
            "late",
            alarm_name="late",
            comparison_operator="GreaterThanThreshold",
            evaluation_periods=1,
            namespace="AWS/SQS",
            metric_name="ApproximateNumberOfMessagesVisible",
            period=60,
            statistic="Sum",
            threshold=0,
            dimensions=[{"QueueName": dead.name}],
        )
        DbProxy(
            self,
            "proxy",
            name="proxy",
            engine_family="POSTGRESQL",
            role_arn="arn:aws:iam::123456789012:role/proxy",
            vpc_subnet_ids=subnets,
            vpc_security_group_ids=group,
            auth=[{"authScheme": "SECRETS", "secretArn": "arn:aws:secretsmanager:us-east-1:123456789012:secret:db"}],
        )
