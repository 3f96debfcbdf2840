import cdktf
from cdktf import Aspects, Fn, S3Backend, TerraformLocal, TerraformOutput, TerraformStack, TerraformVariable, Token
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket


class BucketStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        backend = S3Backend(self, bucket="state-of-the-company", key="buckets.tfstate", region="eu-north-1")
        backend.add_override("use_lockfile", True)
        days = TerraformVariable(self, "days", type=cdktf.VariableType.NUMBER, default=30)
        days.note = "how long objects stay"
        prefix = TerraformLocal(self, "prefix", Fn.lower("Reports"))
        bucket = S3Bucket(self, "reports", bucket_prefix=prefix.as_string, tags={"Days": Token.as_string(days.value)})
        bucket.put_timeouts(create="10m")
        bucket.reset_bucket()
        bucket.override_logical_id("reports")
        Aspects.of(self)
        TerraformOutput(self, "note", value=days.note).override_logical_id("note")
