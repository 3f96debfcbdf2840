from cdktf import App, TerraformStack, TerraformOutput
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.opensearch_domain import OpensearchDomain, OpensearchDomainClusterConfig
from cdktf_cdktf_provider_aws.opensearch_domain_policy import OpensearchDomainPolicy
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.cloudwatch_log_resource_policy import CloudwatchLogResourcePolicy
from cdktf_cdktf_provider_aws.data_aws_iam_policy_document import DataAwsIamPolicyDocument


class LogSearchStack(TerraformStack):
    """OpenSearch for application logs; three data nodes in three zones."""

    def __init__(self, scope: Construct, id_: str):
        super().__init__(scope, id_)
        AwsProvider(self, "aws", region="eu-north-1")

        slow = CloudwatchLogGroup(self, "slow", name="/opensearch/slow", retention_in_days=14)

        document = DataAwsIamPolicyDocument(
            self,
            "writes",
            statement={
                "effect": "Allow",
                "actions": ["logs:PutLogEvents", "logs:CreateLogStream"],
                "resources": [f"{slow.arn}:*"],
                "principals": [{"type": "Service", "identifiers": ["es.amazonaws.com"]}],
            },
        )
        CloudwatchLogResourcePolicy(
            self, "policy", policy_name="opensearch-logs", policy_document=document.rendered
        )

        domain = OpensearchDomain(
            self,
            "domain",
            name="app-logs",
            engine_version="OpenSearch_2.13",
            cluster_config=OpensearchDomainClusterConfig(
                instance_type="r6g.large.search",
                instance_count="3",
                zone_awareness_enabled=True,
                zone_awareness_config=[{"availability_zone_count": 3}],
            ),
            ebs_options={"ebs_enabled": True, "volume_type": "gp3", "volume_size": 100},
            encrypt_at_rest=True,
            node_to_node_encryption={"enabled": True},
            domain_endpoint_options={"enforce_https": True, "tls_security_policy": "Policy-Min-TLS-1-2-2019-07"},
            log_publishing_options=[
                {
                    "log_type": "INDEX_SLOW_LOGS",
                    "cloudwatch_log_group_arn": slow.arn,
                }
            ],
        )
        TerraformOutput(self, "dashboards", value=f"https://{domain.dashboard_endpoint}")


app = App()
LogSearchStack(app, "log-search")
app.synth()
