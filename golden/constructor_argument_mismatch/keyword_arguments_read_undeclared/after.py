import os

from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic


class AlertStack(TerraformStack):
    def __init__(self, scope, construct_id, environment_suffix="dev", **kwargs):
        super().__init__(scope, construct_id)
        # Whatever the pipeline says.
        region = kwargs.get("aws_region", "us-east-1")
        AwsProvider(self, "aws", region=region)
        SnsTopic(self, "alerts", name=f"alerts-{environment_suffix}")


app = App()
AlertStack(app, "alerts", environment_suffix="qa", aws_region=os.getenv("AWS_REGION", "us-east-1"))
app.synth()
