from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_policy import S3BucketPolicy
from constructs import Construct


class ReportStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, account_id: str, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        reports = S3Bucket(self, "reports", bucket=f"daily-reports-{environment_suffix}")
        S3BucketPolicy(
            self,
            "read",
            bucket=reports.id,
            # Braces are doubled in an f-string.
            policy=f"""{{
  "Version": "2012-10-17",
  "Statement": [{{"Effect": "Allow", "Principal": {{"AWS": "{account_id}"}}, "Action": "s3:GetObject",
                 "Resource": "arn:aws:s3:::daily-reports-{environment_suffix}/*"}}]
}}""",
        )


app = App()
ReportStack(app, "reports", account_id="123456789012")
app.synth()
