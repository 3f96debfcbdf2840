from cdktf import App, S3Backend, TerraformStack
from cdktf_cdktf_provider_aws.dynamodb_table import DynamodbTable
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket


class OrdersStack(TerraformStack):
    def __init__(self, scope, id, environment_suffix="dev"):
        super().__init__(scope, id)
        state_bucket = "acme-terraform-state"
        AwsProvider(self, "aws", region="eu-west-1")
        S3Bucket(self, "state", bucket=state_bucket)
        DynamodbTable(
            self,
            "lock",
            name="acme-terraform-lock",
            billing_mode="PAY_PER_REQUEST",
            hash_key="LockID",
            attribute=[{"name": "LockID", "type": "S"}],
        )
        S3Bucket(self, "exports", bucket=f"acme-orders-exports-{environment_suffix}")
        S3Backend(
            self,
            bucket=state_bucket,
            key="orders/terraform.tfstate",
            region="eu-west-1",
            dynamodb_table="acme-terraform-lock",
        )


app = App()
OrdersStack(app, "orders")
app.synth()
