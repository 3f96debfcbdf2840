from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.wafv2_web_acl import Wafv2WebAcl, Wafv2WebAclRule, Wafv2WebAclRuleStatement
from cdktf_cdktf_provider_aws.application_load_balancer import ApplicationLoadBalancer


class EdgeStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        ApplicationLoadBalancer(self, "edge", name="edge")
        # what a rule looks at is a plain dictionary
        statement = Wafv2WebAclRuleStatement(geo_match_statement={"country_codes": ["DE"]})
        Wafv2WebAcl(
            self,
            "acl",
            scope="REGIONAL",
            default_action={"allow": {}},
            rule=[
                Wafv2WebAclRule(
                    name="near",
                    priority=1,
                    statement=statement,
                    visibility_config={
                        "cloudwatch_metrics_enabled": False,
                        "metric_name": "near",
                        "sampled_requests_enabled": False,
                    },
                ),
            ],
            visibility_config={
                "cloudwatch_metrics_enabled": False,
                "metric_name": "edge",
                "sampled_requests_enabled": False,
            },
        )
