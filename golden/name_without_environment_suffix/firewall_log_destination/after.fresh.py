from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class EdgeStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")

        # The firewall insists on this beginning.
        CloudwatchLogGroup(self, "firewall", name=f"aws-waf-logs-shop-{environment_suffix}")


app = App()
EdgeStack(app, "edge")
app.synth()
