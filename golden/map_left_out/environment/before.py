from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction, LambdaFunctionEnvironment


class ApiStack(TerraformStack):
    def __init__(self, scope, id, role, table):
        super().__init__(scope, id)
        LambdaFunction(self, "api", function_name="api", role=role.arn, environment={"TABLE": table.name, "STAGE": "test"})
        LambdaFunction(
            self,
            "worker",
            function_name="worker",
            role=role.arn,
            environment=LambdaFunctionEnvironment(
                TABLE=table.name,  # where the orders are
                STAGE="test",
            ),
        )
