import json

from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.sfn_state_machine import SfnStateMachine


class Reports(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        generate = LambdaFunction(
            self,
            "generate",
            function_name="generate",
            role="arn:aws:iam::123456789012:role/generate",
            package_type="Image",
            image_uri="123456789012.dkr.ecr.eu-west-1.amazonaws.com/generate:1",
        )
        SfnStateMachine(
            self,
            "reports",
            name="reports",
            role_arn="arn:aws:iam::123456789012:role/machine",
            definition=json.dumps({
                "StartAt": "Generate",
                "States": {
                    # Takes a minute.
                    "Generate": {"Type": "Task", "Resource": generate.arn, "End": True},
                },
            }),
        )
