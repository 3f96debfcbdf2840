from cdktf import Fn, TerraformOutput, TerraformStack


class LookupStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        # this is a data source
        account = Fn.data_aws_caller_identity(self, "current").account_id
        TerraformOutput(self, "account", value=account)
        TerraformOutput(self, "workspace", value=Fn.terraform_workspace())
        TerraformOutput(self, "name", value=Fn.sub("${account}"))
