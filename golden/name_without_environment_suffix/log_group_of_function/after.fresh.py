from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class ImageStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, role_arn: str, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")

        group = CloudwatchLogGroup(self, "logs", name=f"/aws/lambda/image-resize-{environment_suffix}", retention_in_days=14)
        LambdaFunction(
            self,
            "resize",
            function_name=f"image-resize-{environment_suffix}",
            role=role_arn,
            handler="resize.handler",
            runtime="python3.12",
            filename="resize.zip",
            # The function would make a group without retention.
            depends_on=[group],
        )


app = App()
ImageStack(app, "images", role_arn="arn:aws:iam::123456789012:role/resize")
app.synth()
