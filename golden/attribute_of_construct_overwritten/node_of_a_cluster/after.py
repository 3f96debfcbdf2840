from cdktf import TerraformOutput
from cdktf_cdktf_provider_aws.eip import Eip
from cdktf_cdktf_provider_aws.instance import Instance
from constructs import Construct


class Worker(Construct):
    def __init__(self, scope: Construct, id: str, image: str):
        super().__init__(scope, id)
        self.size = self.node.try_get_context("size") or "t3.micro"
        self.node_instance = Instance(self, "node", ami=image, instance_type=self.size)  # the only one
        self._address()
        TerraformOutput(self, "private", value=self.node_instance.private_ip)

    def _address(self):
        Eip(self, "address", domain="vpc", instance=self.node_instance.id)
