from cdktf import Fn, TerraformOutput, TerraformStack


class NumbersStack(TerraformStack):
    def __init__(self, scope, id, names):
        super().__init__(scope, id)
        TerraformOutput(self, "count", value=Fn.length_of(names))  # the one with another name
        TerraformOutput(self, "first", value=Fn.try_([Fn.element(names, 0), "none"]))
        TerraformOutput(self, "json", value=Fn.jsonencode({"names": names}))
