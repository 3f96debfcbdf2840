from constructs import Construct
from cdktf import App, TerraformStack, TerraformOutput
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.wafv2_web_acl import (
    Wafv2WebAcl,
    Wafv2WebAclDefaultAction,
    Wafv2WebAclDefaultActionAllow,
    Wafv2WebAclRule,
    Wafv2WebAclRuleOverrideAction,
    Wafv2WebAclRuleOverrideActionNone,
    Wafv2WebAclRuleVisibilityConfig,
    Wafv2WebAclVisibilityConfig,
)
from cdktf_cdktf_provider_aws.wafv2_web_acl_association import Wafv2WebAclAssociation
from cdktf_cdktf_provider_aws.wafv2_ip_set import Wafv2IpSet
from cdktf_cdktf_provider_aws.lb import Lb, LbAccessLogs
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket


class FirewallStack(TerraformStack):
    def __init__(self, scope: Construct, name: str):
        super().__init__(scope, name)
        AwsProvider(self, "aws", region="us-east-1")
        logs = S3Bucket(self, "lb_logs", bucket="storefront-lb-logs")

        lb = Lb(
            self, "lb",
            name="storefront",
            type="application",
            internal=False,
            subnets=["subnet-1", "subnet-2"],
            access_logs=[LbAccessLogs(bucket=logs.bucket, enabled=True, prefix="lb")],
        )

        Wafv2IpSet(
            self, "offices",
            name="offices",
            scope_="REGIONAL",
            ip_address_version="IPV4",
            addresses=["198.51.100.0/24"],
        )

        acl = Wafv2WebAcl(
            self, "acl",
            name="storefront",
            scope_="REGIONAL",
            default_action=Wafv2WebAclDefaultAction(allow=Wafv2WebAclDefaultActionAllow()),
            rule=[
                Wafv2WebAclRule(
                    name="common",
                    priority="1",
                    override_action=Wafv2WebAclRuleOverrideAction(none=Wafv2WebAclRuleOverrideActionNone()),
                    statement={
                        "managed_rule_group_statement": {"vendor_name": "AWS", "name": "AWSManagedRulesCommonRuleSet"}
                    },
                    visibility_config=Wafv2WebAclVisibilityConfig(
                        cloudwatch_metrics_enabled=True,
                        metric_name="common",
                        sampled_requests=True,
                    ),
                ),
            ],
            visibility_config=[
                Wafv2WebAclVisibilityConfig(
                    cloudwatch_metrics_enabled=True, metric_name="storefront", sampled_requests_enabled=True
                )
            ],
        )
        Wafv2WebAclAssociation(self, "association", lb_arn=lb.arn, web_acl_arn=acl.arn)
        TerraformOutput(self, "dns", value=lb.dns_name)


app = App()
FirewallStack(app, "firewall")
app.synth()
