from aws_cdk import Fn
from cdktf import TerraformOutput, TerraformStack


class OtherStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        # the Fn of the AWS CDK
        TerraformOutput(self, "name", value=Fn.sub("${AWS::StackName}"))
