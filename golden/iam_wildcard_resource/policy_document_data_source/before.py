from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.data_aws_iam_policy_document import (
    DataAwsIamPolicyDocument,
    DataAwsIamPolicyDocumentStatement,
)
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic


class NotifierStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}"):
        super().__init__(scope, id)

        alerts = SnsTopic(self, "alerts", name="alerts")
        document = DataAwsIamPolicyDocument(
            self,
            "document",
            statement=[
                DataAwsIamPolicyDocumentStatement(
                    actions=["sns:Publish", "sns:ListTopics"],
                    resources=["*"],  # whichever topic
                ),
            ],
        )
        role = IamRole(self, "role", name="notifier", assume_role_policy=trust_policy)
        IamRolePolicy(self, "policy", role=role.id, policy=document.json)
        LambdaFunction(
            self,
            "function",
            function_name="notifier",
            role=role.arn,
            handler="notifier.handler",
            runtime="python3.12",
            filename="notifier.zip",
            environment={"variables": {"TOPIC": alerts.arn}},
        )
