from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.kms_alias import KmsAlias
from cdktf_cdktf_provider_aws.kms_key import KmsKey


class KeysStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        key = KmsKey(self, "key", description="Parameters", enable_key_rotation=True)
        KmsAlias(self, "alias", name=f"alias/{key.description}")  # how people find it
