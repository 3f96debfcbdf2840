import cdktf
from cdktf import Fn, TerraformOutput, TerraformStack


class NumbersStack(TerraformStack):
    def __init__(self, scope, id, account):
        super().__init__(scope, id)
        TerraformOutput(self, "json", value=Fn.jsonencode({"account": account}))
        TerraformOutput(self, "text", value=Fn.tostring(Fn.length_of(account)))  # how many letters
        TerraformOutput(self, "subnet", value=cdktf.Fn.cidrsubnet("10.0.0.0/16", 8, 1))
        encode = Fn.base64encode
        TerraformOutput(self, "encoded", value=encode("x"))
