from cdktf import S3Backend, TerraformStack


class StateStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        S3Backend(
            self,
            bucket="state-of-the-company",
            key="orders.tfstate",
            region="eu-west-1",
            encrypt=True,
            use_lockfile=True,
        )
        self.tags = {"team": "orders"}  # for all
