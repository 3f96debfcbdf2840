import os

from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket


class DocsStack(TerraformStack):
    def __init__(self, scope, construct_id, environment_suffix):
        super().__init__(scope, construct_id)
        self.environment_suffix = environment_suffix
        self.drafts = S3Bucket(self, "drafts", bucket=f"drafts-{environment_suffix}", force_destroy=False)
        self._create_documents()

    def _create_documents(self):
        # what people upload
        self.documents = S3Bucket(self, "documents", bucket=f"documents-{self.environment_suffix}")


app = App()
DocsStack(app, "docs", environment_suffix=os.getenv("ENVIRONMENT_SUFFIX", "dev"))
app.synth()
