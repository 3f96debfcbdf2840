from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lambda_permission import LambdaPermission


class ApiStack(TerraformStack):
    def __init__(self, scope, id, function, **settings):
        super().__init__(scope, id)
        # the rest comes from outside
        LambdaPermission(self, "schedule", function_name=function.function_name, principal="events.amazonaws.com", **settings)
