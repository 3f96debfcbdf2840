from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction, LambdaFunctionEnvironment
from cdktf_cdktf_provider_aws.provider import AwsProvider


class ApiStack(TerraformStack):
    def __init__(self, scope, id, role, settings):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1", default_tags=[{"tags": {"Environment": "test"}}])
        LambdaFunction(self, "api", function_name="api", role=role.arn, environment={"variables": {"STAGE": "test"}})
        LambdaFunction(self, "worker", function_name="worker", role=role.arn, environment=LambdaFunctionEnvironment())
        LambdaFunction(self, "third", function_name="third", role=role.arn, environment={**settings})  # whatever it is
