from cdktf import S3Backend, TerraformStack


class StateStack(TerraformStack):
    def __init__(self, scope, id, locked):
        super().__init__(scope, id)
        # it depends
        S3Backend(self, bucket="state-of-the-company", key="orders.tfstate", use_lockfile=locked)
