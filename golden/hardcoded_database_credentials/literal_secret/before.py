import json

from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.secretsmanager_secret import SecretsmanagerSecret
from cdktf_cdktf_provider_aws.secretsmanager_secret_version import SecretsmanagerSecretVersion


class SecretsStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        secret = SecretsmanagerSecret(self, "secret", name="orders")
        # for the payment service
        SecretsmanagerSecretVersion(
            self, "version", secret_id=secret.id, secret_string=json.dumps({"user": "orders", "token": "abc123"})
        )
