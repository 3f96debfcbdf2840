from cdktf import TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket


class StorageStack(TerraformStack):
    def __init__(self, scope, id, role):
        super().__init__(scope, id)
        bucket = S3Bucket(self, "bucket", bucket="site-of-the-day")
        function = LambdaFunction(self, "api", function_name="api", role=role.arn)
        bucket.add_override("force_destroy", True)  # every construct has these
        function.node.add_dependency(bucket)
        function.put_vpc_config(subnet_ids=[], security_group_ids=[])
        TerraformOutput(self, "name", value=bucket.bucket_input)
        TerraformOutput(self, "path", value=bucket.fqn)
        TerraformOutput(self, "subnets", value=function.vpc_config.subnet_ids)
        TerraformOutput(self, "rule", value=bucket.lifecycle_rule.get(0).id)
