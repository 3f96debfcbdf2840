from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.security_group import SecurityGroup, SecurityGroupEgress, SecurityGroupIngress


class WebStack(TerraformStack):
    def __init__(self, scope, id, vpc):
        super().__init__(scope, id)
        # from everywhere
        ingress_rules = [
            SecurityGroupIngress(from_port=port, to_port=port, protocol="tcp", cidr_blocks=["0.0.0.0/0"])
            for port in (80, 443)
        ]
        egress_rules = [
            SecurityGroupEgress(from_port=0, to_port=0, protocol="-1", cidr_blocks=["0.0.0.0/0"]),
        ]
        SecurityGroup(self, "web", vpc_id=vpc.id, ingress=ingress_rules, egress=egress_rules)
