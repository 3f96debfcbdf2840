from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.db_instance import DbInstance
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class DatabaseStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str = "") -> None:
        super().__init__(scope, id)
        name_suffix = f"-{environment_suffix}" if environment_suffix else ""
        AwsProvider(self, "aws", region="eu-west-1")
        DbInstance(
            self,
            "orders",
            identifier=f"orders-db{name_suffix}",
            engine="postgres",
            instance_class="db.t4g.micro",
            allocated_storage=20,
            db_name="orders",  # inside the server, no suffix
            username="orders",
            manage_master_user_password=True,
            skip_final_snapshot=True,
        )


app = App()
DatabaseStack(app, "database")
app.synth()
