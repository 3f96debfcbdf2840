from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.dynamodb_table import DynamodbTable
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str, table_name: str = "orders"):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        DynamodbTable(self, "orders", name=f"{table_name}-{environment_suffix}", billing_mode="PAY_PER_REQUEST")


app = App()
# The name stands in the pipeline too.
OrderStack(app, "orders", environment_suffix="dev")
app.synth()
