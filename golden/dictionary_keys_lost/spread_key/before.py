from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.security_group import SecurityGroup

COMMON = {"protocol": "tcp", "cidrBlocks": ["10.0.0.0/8"]}


class WebStack(TerraformStack):
    def __init__(self, scope, id, vpc):
        super().__init__(scope, id)
        # what is spread keeps its own keys
        SecurityGroup(self, "web", vpc_id=vpc.id, ingress=[{**COMMON, "from_port": 80, "to_port": 80}])
