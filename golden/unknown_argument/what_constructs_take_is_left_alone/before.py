from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.security_group import SecurityGroup, SecurityGroupIngress
from cdktf_cdktf_provider_aws.wafv2_rule_group import Wafv2RuleGroup, Wafv2RuleGroupRule
from mycompany.buckets import Bucket


class StorageStack(TerraformStack):
    def __init__(self, scope, id, provider, **settings):
        super().__init__(scope, id)
        first = S3Bucket(self, "first", bucket="first-of-the-day", id="x", provider=provider)
        S3Bucket(self, "second", bucket="second-of-the-day", depends_on=[first], lifecycle={"prevent_destroy": True})
        S3Bucket(self, "third", **settings)
        Bucket(self, "fourth", bucket_name="fourth-of-the-day")  # ours
        SecurityGroup(self, "web", ingress=[SecurityGroupIngress(from_port=80, to_port=80, self_attribute=True)])
        Wafv2RuleGroup(
            self,
            "rules",
            capacity=1,
            scope="REGIONAL",
            rule=[Wafv2RuleGroupRule(name="near", priority=1, statement={"geo_match_statement": {}})],
        )
