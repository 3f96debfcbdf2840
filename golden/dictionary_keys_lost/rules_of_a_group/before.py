from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.security_group import SecurityGroup


class WebStack(TerraformStack):
    def __init__(self, scope, id, vpc, balancer):
        super().__init__(scope, id)
        SecurityGroup(
            self,
            'web',
            vpc_id=vpc.id,
            ingress=[
                {
                    'description': 'from the balancer',
                    'from_port': 8080,
                    'to_port': 8080,
                    'protocol': 'tcp',
                    'security_groups': [balancer.id],
                    'self': True  # and from each other
                },
            ],
            egress=[{
                'from_port': 0, 'to_port': 0, 'protocol': '-1', 'cidr_blocks': ['0.0.0.0/0'],
            }],
        )
