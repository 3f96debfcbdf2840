from cdktf import Fn, TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.data_aws_caller_identity import DataAwsCallerIdentity


class AccountStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        account = Fn.data_aws_caller_identity(self, "current").account_id  # whose it is
        TerraformOutput(self, "account", value=account)
