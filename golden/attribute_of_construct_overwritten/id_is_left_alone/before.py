from cdktf_cdktf_provider_aws.instance import Instance
from constructs import Construct


class Worker(Construct):
    def __init__(self, scope: Construct, id: str, image: str):
        super().__init__(scope, id)
        self.id = id  # may be set
        self.name = f"worker-{id}"
        instance = Instance(self, "node", ami=image, instance_type="t3.micro")
        self.node.add_dependency(instance)
