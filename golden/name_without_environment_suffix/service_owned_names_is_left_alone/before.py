from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class LogStack(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")

        # These names are AWS's, the groups are only given a retention.
        CloudwatchLogGroup(self, "database", name="/aws/rds/cluster/legacy/error", retention_in_days=30)
        CloudwatchLogGroup(self, "api", name="API-Gateway-Execution-Logs_a1b2c3/v1", retention_in_days=30)


app = App()
LogStack(app, "logs")
app.synth()
