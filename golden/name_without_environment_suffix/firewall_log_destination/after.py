from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class EdgeStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str = "") -> None:
        super().__init__(scope, id)
        name_suffix = f"-{environment_suffix}" if environment_suffix else ""
        AwsProvider(self, "aws", region="eu-west-1")

        # The firewall insists on this beginning.
        CloudwatchLogGroup(self, "firewall", name=f"aws-waf-logs-shop{name_suffix}")


app = App()
EdgeStack(app, "edge")
app.synth()
