from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.kms_alias import KmsAlias
from cdktf_cdktf_provider_aws.kms_key import KmsKey
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str = "dev") -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        key = KmsKey(self, "key", enable_key_rotation=True)
        KmsAlias(self, "alias", name=f"alias/orders-{environment_suffix}", target_key_id=key.key_id)
        SnsTopic(self, "alerts", name=f"orders-alerts-{environment_suffix}", kms_master_key_id=f"alias/orders-{environment_suffix}")
        SnsTopic(self, "plain", name=f"orders-plain-{environment_suffix}", kms_master_key_id="alias/aws/sns")  # AWS's key


app = App()
OrderStack(app, "orders")
app.synth()
