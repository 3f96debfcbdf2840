from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.opensearch_domain import OpensearchDomain
from cdktf_cdktf_provider_aws.s3_bucket_website_configuration import S3BucketWebsiteConfiguration


class SiteStack(TerraformStack):
    def __init__(self, scope, id, bucket):
        super().__init__(scope, id)
        S3BucketWebsiteConfiguration(
            self,
            "site",
            bucket=bucket.id,
            index_document={"suffix": "index.html"},
            error_document={"key": "error.html"},  # the page for what is not there
        )
        OpensearchDomain(
            self,
            "search",
            domain_name="search",
            encrypt_at_rest={"enabled": True},
            cluster_config="r6g.large.search",
        )
