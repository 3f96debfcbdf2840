from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from constructs import Construct


class ReportStack(TerraformStack):
    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        environment_suffix: str,  # of the pull request
        aws_region: str,
        default_tags,
    ):
        super().__init__(scope, construct_id)
        AwsProvider(self, "aws", region=aws_region, default_tags=[default_tags])
        S3Bucket(self, "reports", bucket=f"reports-{environment_suffix}")


app = App()
ReportStack(
    app,
    "reports",
    environment_suffix="pr12",
    aws_region="eu-west-1",
    default_tags={"tags": {"Team": "finance"}},
)
app.synth()
