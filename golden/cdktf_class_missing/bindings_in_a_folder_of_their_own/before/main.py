from cdktf import App, TerraformStack
from bindings.aws.provider import AwsProvider
from bindings.aws.s3_bucket import S3Bucket
from bindings.aws.s3_bucket_versioning import S3BucketVersioning
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        bucket = S3Bucket(self, "archive", bucket_prefix="orders")
        S3BucketVersioning(self, "versions", bucket=bucket.id, versioning_configuration={"status": "Enabled"})


app = App()
OrderStack(app, "orders")
app.synth()
