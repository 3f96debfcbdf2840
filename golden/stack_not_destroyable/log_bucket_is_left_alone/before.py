from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket


class DocsStack(TerraformStack):
    def __init__(self, scope, construct_id, environment_suffix="dev"):
        super().__init__(scope, construct_id)
        # read by auditors
        S3Bucket(self, "audit_bucket", bucket=f"audit-{environment_suffix}")
        S3Bucket(self, "drafts", bucket=f"drafts-{environment_suffix}", force_destroy=True)


app = App()
DocsStack(app, "docs")
app.synth()
