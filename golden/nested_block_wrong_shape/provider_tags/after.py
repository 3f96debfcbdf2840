from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider, AwsProviderDefaultTags


class TaggedStack(TerraformStack):
    def __init__(self, scope, id, region="us-east-1"):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region=region, default_tags=[{"tags": {"Team": "orders"}}])
        AwsProvider(
            self,
            "east",
            alias="east",
            region="us-east-1",
            default_tags=[AwsProviderDefaultTags(tags={"Team": "orders"})],  # as everywhere
        )
