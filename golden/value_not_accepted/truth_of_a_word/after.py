from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.ec2_transit_gateway import Ec2TransitGateway


class HubStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        Ec2TransitGateway(
            self,
            "hub",
            description="hub",
            auto_accept_shared_attachments="enable",  # of the same organisation
            dns_support="disable",
        )
