from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.cloudwatch_metric_alarm import CloudwatchMetricAlarm
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str = "") -> None:
        super().__init__(scope, id)
        name_suffix = f"-{environment_suffix}" if environment_suffix else ""
        AwsProvider(self, "aws", region="eu-west-1")

        # The team is not a name.
        SqsQueue(self, "inbox", name=f"orders-inbox{name_suffix}", tags={"Name": f"orders-inbox{name_suffix}", "Team": "orders"})
        CloudwatchMetricAlarm(
            self,
            "backlog",
            alarm_name=f"orders-inbox-backlog{name_suffix}",
            comparison_operator="GreaterThanThreshold",
            evaluation_periods=3,
            namespace="AWS/SQS",
            metric_name="ApproximateNumberOfMessagesVisible",
            period=300,
            statistic="Maximum",
            threshold=100,
            dimensions={"QueueName": f"orders-inbox{name_suffix}"},
        )


app = App()
OrderStack(app, "orders")
app.synth()
