from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.data_aws_iam_policy_document import (
    DataAwsIamPolicyDocument,
    DataAwsIamPolicyDocumentStatement,
)
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class Store(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        DataAwsIamPolicyDocument(
            self,
            "read",
            statement=[
                DataAwsIamPolicyDocumentStatement(
                    actions=["s3:ListObjectsV2"],  # its objects
                    resources=["*"],
                )
            ],
        )
