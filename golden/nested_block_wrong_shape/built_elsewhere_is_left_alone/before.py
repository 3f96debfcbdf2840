from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.security_group import SecurityGroup

RULES = [80, 443]


def rule(port):
    return {"fromPort": port, "toPort": port, "protocol": "tcp", "cidrBlocks": ["10.0.0.0/8"]}


class ApiStack(TerraformStack):
    def __init__(self, scope, id, role, network=None, **settings):
        super().__init__(scope, id)
        LambdaFunction(self, "api", function_name="api", role=role.arn, vpc_config=network, **settings)
        # one rule for each port
        SecurityGroup(self, "web", ingress=[rule(port) for port in RULES])
