from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lambda_permission import LambdaPermission


class ApiStack(TerraformStack):
    def __init__(self, scope, id, function, rule):
        super().__init__(scope, id)
        LambdaPermission(
            self,
            "schedule",
            function_name=function.function_name,
            principal="events.amazonaws.com",
            source_arn=rule.arn,  # the schedule, and nobody else
            action="lambda:InvokeFunction",
        )
