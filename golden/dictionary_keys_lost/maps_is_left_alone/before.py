import json

from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.wafv2_web_acl import Wafv2WebAcl


class ApiStack(TerraformStack):
    def __init__(self, scope, id, role):
        super().__init__(scope, id)
        LambdaFunction(
            self,
            "api",
            function_name="api",
            role=role.arn,
            environment={"variables": {"table_name": "orders", "settings": json.dumps([{"a_b": 1}])}},
            tags={"cost_center": "orders"},  # keys that are data
        )
