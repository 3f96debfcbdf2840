import json

from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.db_instance import DbInstance
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.secretsmanager_secret import SecretsmanagerSecret
from cdktf_cdktf_provider_aws.secretsmanager_secret_version import SecretsmanagerSecretVersion
from constructs import Construct


class OrdersStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-central-1")

        db_secret = SecretsmanagerSecret(self, "db_secret", name="orders-db")
        SecretsmanagerSecretVersion(
            self,
            "db_secret_version",
            secret_id=db_secret.id,
            secret_string=json.dumps({"username": "admin", "password": "PLACEHOLDER_CHANGE_ME"}),
        )

        database = DbInstance(
            self,
            "orders",
            identifier="orders",
            engine="mysql",
            instance_class="db.t4g.medium",
            allocated_storage=50,
            username="admin",
            password="InitialPassword123!",
            skip_final_snapshot=True,
        )
        LambdaFunction(
            self,
            "reader",
            function_name="reader",
            role="arn:aws:iam::123456789012:role/reader",
            handler="index.handler",
            runtime="python3.12",
            filename="reader.zip",
            environment={
                "variables": {
                    "DB_HOST": database.address,
                    "DB_SECRET_ARN": db_secret.arn,
                }
            },
        )
