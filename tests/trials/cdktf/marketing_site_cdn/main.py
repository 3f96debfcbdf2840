from cdktf import App, TerraformOutput, TerraformStack
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.acm_certificate import AcmCertificate
from cdktf_cdktf_provider_aws.cloudfront_distribution import (
    CloudfrontDistribution,
    CloudfrontDistributionDefaultCacheBehavior,
    CloudfrontDistributionDefaultCacheBehaviorForwardedValues,
    CloudfrontDistributionDefaultCacheBehaviorForwardedValuesCookies,
    CloudfrontDistributionOrigin,
    CloudfrontDistributionRestrictions,
    CloudfrontDistributionRestrictionsGeoRestriction,
    CloudfrontDistributionViewerCertificate,
    CloudfrontDistributionDefaultRootObject,
)
from cdktf_cdktf_provider_aws.cloudfront_origin_access_control import CloudfrontOriginAccessControl
from cdktf_cdktf_provider_aws.route53_record import Route53Record
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_website_configuration import S3BucketWebsiteConfiguration
from cdktf_cdktf_provider_aws.s3_bucket_logging import S3BucketLogging

DOMAIN = "www.acme-widgets.io"
ZONE_ID = "Z0123456789ABCDEFGHIJ"


class SiteStack(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")

        site = S3Bucket(self, "site", bucket=DOMAIN)
        logs = S3Bucket(self, "logs", bucket=f"{DOMAIN}-logs")
        S3BucketLogging(self, "site_logging", bucket=site.id, target_bucket=logs.id, target_prefix="s3/")
        S3BucketWebsiteConfiguration(
            self,
            "website",
            bucket=site.id,
            index_document={"suffix": "index.html"},
            error_document="404.html",
        )

        certificate = AcmCertificate(self, "certificate", domain_name=DOMAIN, validation_method="DNS")
        # validation happens through Route53
        Route53Record(
            self,
            "validation",
            zone_id=ZONE_ID,
            name=certificate.domain_validation_options[0].resource_record_name,
            type=certificate.domain_validation_options[0].resource_record_type,
            records=[certificate.domain_validation_options[0].resource_record_value],
            ttl=300,
        )

        access = CloudfrontOriginAccessControl(
            self,
            "oac",
            name="site",
            origin_access_control_origin_type="s3",
            signing_behavior="always",
            signing_protocol="sigv4",
        )

        distribution = CloudfrontDistribution(
            self,
            "cdn",
            enabled=True,
            default_root_object="index.html",
            aliases=DOMAIN,
            origin=[
                CloudfrontDistributionOrigin(
                    origin_id="site",
                    domain_name=site.bucket_regional_domain_name,
                    origin_access_control_id=access.id,
                )
            ],
            default_cache_behavior=CloudfrontDistributionDefaultCacheBehavior(
                target_origin_id="site",
                viewer_protocol_policy="redirect-to-https",
                allowed_methods=["GET", "HEAD"],
                cached_methods=["GET", "HEAD"],
                forwarded_values=CloudfrontDistributionDefaultCacheBehaviorForwardedValues(
                    query_string="false",
                    cookies=CloudfrontDistributionDefaultCacheBehaviorForwardedValuesCookies(forward="none"),
                ),
            ),
            restrictions=CloudfrontDistributionRestrictions(
                geo_restriction=CloudfrontDistributionRestrictionsGeoRestriction(restriction_type="none"),
            ),
            viewer_certificate=[CloudfrontDistributionViewerCertificate(
                acm_certificate_arn=certificate.arn,
                ssl_support_method="sni-only",
            )],
        )

        Route53Record(
            self,
            "alias",
            zone_id=ZONE_ID,
            name=DOMAIN,
            type="A",
            alias={
                "name": distribution.domain_name,
                "zone_id": distribution.hosted_zone_id,
                "evaluate_target_health": False,
            },
        )
        TerraformOutput(self, "cdn_domain", value=distribution.domain_name)


app = App()
SiteStack(app, "marketing-site")
app.synth()
