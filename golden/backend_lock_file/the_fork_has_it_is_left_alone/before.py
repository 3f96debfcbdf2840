from cdktn import S3Backend, TerraformStack


class StateStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        S3Backend(self, bucket="state-of-the-company", key="orders.tfstate", use_lockfile=True)  # since 0.22
