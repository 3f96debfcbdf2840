from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider, AwsProviderDefaultTags


class TaggedStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1", default_tags=[{"Environment": "test", "CostCenter": "4711"}])
        AwsProvider(
            self,
            "west",
            alias="west",
            region="us-west-2",
            default_tags=[
                AwsProviderDefaultTags(Environment="test"),  # there, too
            ],
        )
