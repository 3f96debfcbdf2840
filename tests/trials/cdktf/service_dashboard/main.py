import json

from cdktf import App, TerraformStack, TerraformOutput
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.cloudwatch_dashboard import CloudwatchDashboard
from cdktf_cdktf_provider_aws.cloudwatch_metric_alarm import CloudwatchMetricAlarm, CloudwatchMetricAlarmMetricQuery
from cdktf_cdktf_provider_aws.cloudwatch_log_metric_filter import (
    CloudwatchLogMetricFilter,
    CloudwatchLogMetricFilterMetricTransformation,
)
from cdktf_cdktf_provider_aws.cloudwatch_composite_alarm import CloudwatchCompositeAlarm
from cdktf_cdktf_provider_aws.sns_topic import SNSTopic
from cdktf_cdktf_provider_aws.sns_topic_subscription import SnsTopicSubscription


class Monitoring(Construct):
    def __init__(self, scope: Construct, id: str, service: str, email: str):
        super().__init__(scope, id)
        self.topic = SNSTopic(self, "topic", name=f"{service}-alarms")
        SnsTopicSubscription(self, "mail", topic_arn=self.topic.arn, protocol="email", endpoint=email)

        CloudwatchLogMetricFilter(
            self, "errors",
            name=f"{service}-errors",
            log_group_name=f"/ecs/{service}",
            pattern="ERROR",
            metric_transformation=[CloudwatchLogMetricFilterMetricTransformation(
                name="Errors", namespace=f"Acme/{service}", value="1",
            )],
        )
        self.errors = CloudwatchMetricAlarm(
            self, "error_rate",
            alarm_name=f"{service}-error-rate",
            comparison_operator="GreaterThanThreshold",
            evaluation_periods=3,
            threshold=5,
            metric_query=[
                CloudwatchMetricAlarmMetricQuery(id="rate", expression="errors / requests * 100", label="Error rate", return_data=True),
                CloudwatchMetricAlarmMetricQuery(id="errors", metric={
                    "metric_name": "Errors", "namespace": f"Acme/{service}", "period": 60, "statistic": "Sum",
                }),
                CloudwatchMetricAlarmMetricQuery(id="requests", metric={
                    "metric_name": "Requests", "namespace": f"Acme/{service}", "period": 60, "stat": "Sum",
                }),
            ],
            alarm_actions=[self.topic.arn],
        )
        self.latency = CloudwatchMetricAlarm(
            self, "latency",
            name=f"{service}-latency",
            comparison_operator="GreaterThanThreshold",
            evaluation_periods="3",
            metric_name="TargetResponseTime",
            namespace="AWS/ApplicationELB",
            period_seconds=60,
            extended_statistic="p99",
            threshold=1.5,
        )
        CloudwatchCompositeAlarm(
            self, "degraded",
            alarm_name=f"{service}-degraded",
            alarm_rule=f"ALARM({self.errors.alarm_name}) AND ALARM({self.latency.alarm_name})",
            actions_enabled=True,
            alarm_actions=[self.topic.arn],
        )
        self.dashboard = CloudwatchDashboard(
            self, "dashboard",
            dashboard_name=service,
            dashboard_body={
                "widgets": [
                    {"type": "metric", "x": 0, "y": 0, "width": 12, "height": 6,
                     "properties": {"metrics": [[f"Acme/{service}", "Errors"]], "region": "us-east-1", "period": 60}},
                ]
            },
        )


class DashboardStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")
        for service in ("cart", "search"):
            monitoring = Monitoring(self, service, service, "ops@acme-shop.io")
            TerraformOutput(self, f"{service}_dashboard", value=monitoring.dashboard.dashboard_arn)


app = App()
DashboardStack(app, "dashboards")
app.synth()
