from cdktf import S3Backend, TerraformStack


class StateStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        S3Backend(self, bucket="state-of-the-company", key="orders.tfstate")
        self.add_override("terraform.backend.s3.use_lockfile", True)  # as cdktf wants it
