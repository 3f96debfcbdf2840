from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.db_instance import DbInstance


class OrdersStack(TerraformStack):
    def __init__(self, scope, construct_id, **kwargs):
        super().__init__(scope, construct_id)
        environment_suffix = kwargs.get("environment_suffix", "dev")
        # orders
        DbInstance(
            self,
            "orders",
            identifier=f"orders-{environment_suffix}",
            engine="postgres",
            instance_class="db.t4g.micro",
            deletion_protection=True,
        )


app = App()
OrdersStack(app, "orders", environment_suffix="dev")
app.synth()
