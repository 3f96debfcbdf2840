import os

from cdktf import App, TerraformOutput, TerraformStack
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider

from database import ClinicDatabase
from network import ClinicNetwork


class TapStack(TerraformStack):
    def __init__(self, scope: Construct, construct_id: str, environment_suffix: str):
        super().__init__(scope, construct_id)
        AwsProvider(self, "aws", region="ca-central-1")
        network = ClinicNetwork(self, "network", environment_suffix, "10.60.0.0/16")
        database = ClinicDatabase(
            self,
            "database",
            environment_suffix=environment_suffix,
            subnets=[subnet.id for subnet in network.private],
        )
        TerraformOutput(self, "endpoint", value=database.cluster.endpoint)


app = App()
TapStack(
    app,
    "TapStack",
    environment_suffix=os.getenv("ENVIRONMENT_SUFFIX", "dev"),
    aws_region=os.getenv("AWS_REGION", "ca-central-1"),
)
app.synth()
