from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.cloudwatch_event_rule import CloudwatchEventRule
from cdktf_cdktf_provider_aws.transfer_ssh_key import TransferSshKey
from cdktf_cdktf_provider_aws.wafv2_ip_set import Wafv2IpSet
from cdktf_cdktf_provider_aws.wafv2_web_acl_association import Wafv2WebAclAssociation


class EdgeStack(TerraformStack):
    def __init__(self, scope, id, load_balancer, acl, key):
        super().__init__(scope, id)
        Wafv2WebAclAssociation(
            self,
            "edge",
            alb_arn=load_balancer.arn,  # what it protects
            web_acl_arn=acl.arn,
        )
        Wafv2IpSet(self, "vpn", name="vpn", scope="REGIONAL", ip_address_version="IPV4", addresses=["192.0.2.0/24"])
        TransferSshKey(self, "partner", server_id="s-0123456789abcdef0", user_name="partner", ssh_key=key)
        CloudwatchEventRule(
            self, "hourly", name="hourly", schedule="rate(1 hour)", lifecycle={"create_before_destroy": True}
        )
