from cdktf_cdktf_provider_aws.instance import Instance
from constructs import Construct


class Worker(Construct):
    def __init__(self, scope: Construct, id: str, node: str, size: str):
        super().__init__(scope, id)
        # Nobody but the author knows another word for it.
        self.node = node
        self.size = size
        Instance(self, "instance", ami="ami-0123456789abcdef0", instance_type=self.size, tags={"Node": self.node})
