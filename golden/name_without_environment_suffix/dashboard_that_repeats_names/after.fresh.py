import json

from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.cloudwatch_dashboard import CloudwatchDashboard
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        SqsQueue(self, "inbox", name=f"orders-inbox-{environment_suffix}")

        body = {
            "widgets": [{
                "type": "metric",
                "properties": {
                    "title": "Backlog",  # shown to people
                    "region": "eu-west-1",
                    "metrics": [["AWS/SQS", "NumberOfMessagesSent", "QueueName", "orders-inbox"]],
                },
            }]
        }
        CloudwatchDashboard(self, "board", dashboard_name=f"orders-{environment_suffix}", dashboard_body=json.dumps(body))


app = App()
OrderStack(app, "orders")
app.synth()
