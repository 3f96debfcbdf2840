import json

from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.db_instance import DbInstance
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class OrdersStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-central-1")

        database = DbInstance(
            self,
            "orders",
            identifier="orders",
            engine="mysql",
            instance_class="db.t4g.medium",
            allocated_storage=50,
            username="admin",
            manage_master_user_password=True,
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
                    "DB_SECRET_ARN": database.master_user_secret.get(0).secret_arn,
                }
            },
        )
