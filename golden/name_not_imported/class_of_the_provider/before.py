from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class JobStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, trust: str = "{}"):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        role = IamRole(self, "role", name="job", assume_role_policy=trust)
        # Reads what is uploaded.
        IamRolePolicyAttachment(
            self, "reads", role=role.name, policy_arn="arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
        )
        LambdaFunction(
            self,
            "job",
            function_name="job",
            role=role.arn,
            environment=LambdaFunctionEnvironment(variables={"STAGE": "dev"}),
        )


app = App()
JobStack(app, "job")
app.synth()
