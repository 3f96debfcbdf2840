from cdktf import TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.instance import Instance
from constructs import Construct


class Worker(Construct):
    def __init__(self, scope: Construct, id: str, image: str):
        super().__init__(scope, id)
        self.node = Instance(self, "node", ami=image, instance_type="t3.micro")


class WorkStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)
        worker = Worker(self, "worker", "ami-0123456789abcdef0")
        # The machine's, or the construct's?
        TerraformOutput(self, "worker_id", value=worker.node.id)
