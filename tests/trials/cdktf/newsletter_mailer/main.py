from cdktf import App, TerraformStack, TerraformOutput, TerraformLocal
from cdktf.provider import AwsProvider
from constructs import Construct
from cdktf_cdktf_provider_aws.ses_domain_identity import SesDomainIdentity
from cdktf_cdktf_provider_aws.ses_domain_dkim import SesDomainDkim
from cdktf_cdktf_provider_aws.ses_configuration_set import SesConfigurationSet
from cdktf_cdktf_provider_aws.ses_event_destination import SesEventDestination
from cdktf_cdktf_provider_aws.ses_template import SesTemplate
from cdktf_cdktf_provider_aws.route53_record import Route53Record
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from cdktf_cdktf_provider_aws.dynamodb_table import (
    DynamodbTable,
    DynamodbTableAttribute,
    DynamodbTableStreamSpecification,
)


class Mailer(Construct):
    def __init__(self, scope: Construct, id: str, zone_id: str, domain: str) -> None:
        super().__init__(scope, id)
        self.domain = domain
        identity = SesDomainIdentity(self, "identity", domain_name=domain)
        dkim = SesDomainDkim(self, "dkim", domain=identity.domain)
        Route53Record(
            self, "verification",
            zone_id=zone_id,
            name=f"_amazonses.{domain}",
            type="TXT",
            ttl="600",
            records=[identity.verification_token],
        )
        for i in range(3):
            token = dkim.dkim_tokens[i]
            Route53Record(
                self, f"dkim_{i}",
                zone_id=zone_id,
                name=f"{token}._domainkey.{domain}",
                type="CNAME",
                ttl=600,
                records=[f"{token}.dkim.amazonses.com"],
            )
        bounces = SnsTopic(self, "bounces", name="newsletter-bounces")
        configuration = SesConfigurationSet(
            self, "configuration",
            name="newsletter",
            delivery_options=[{"tls_policy": "Require"}],
        )
        SesEventDestination(
            self, "bounce_events",
            name="bounces",
            configuration_set=configuration.name,
            enabled=True,
            matching_types=["bounce", "complaint"],
            sns_destination=[{"topic_arn": bounces.arn}],
        )
        SesTemplate(self, "welcome", name="welcome", subject="Welcome", html="<h1>Welcome</h1>", text="Welcome")
        self.subscribers = DynamodbTable(
            self, "subscribers",
            name="subscribers",
            hash_key="email",
            billing_mode="PROVISIONED",
            read_capacity=5,
            write_capacity=5,
            attribute=DynamodbTableAttribute(name="email", type="S"),
        )


class MailerStack(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        mailer = Mailer(self, "mailer", zone_id="Z0123456789", domain="news.acme-shop.io")
        TerraformOutput(self, "subscribers_table", value=mailer.subscribers.name)


app = App()
MailerStack(app, "newsletter")
app.synth()
