from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.security_group import SecurityGroup


class WebStack(TerraformStack):
    def __init__(self, scope, id, vpc):
        super().__init__(scope, id)
        rules = [{"from_port": 80, "to_port": 80, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]
        # changed before it is given
        for rule in rules:
            rule["fromPort"] = rule.pop("from_port")
            rule["toPort"] = rule.pop("to_port")
        SecurityGroup(self, "web", vpc_id=vpc.id, ingress=rules)
