from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction, LambdaFunctionVpcConfig
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.route_table import RouteTable
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket


class ApiStack(TerraformStack):
    def __init__(self, scope, id, role, subnets, groups, routes):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1", default_tags=[{"tags": {"Team": "orders"}}])
        LambdaFunction(
            self,
            "api",
            function_name="api",
            role=role.arn,
            environment={"variables": {"STAGE": "test"}},  # one
            vpc_config=LambdaFunctionVpcConfig(subnet_ids=subnets, security_group_ids=groups),
        )
        RouteTable(self, "routes", vpc_id="vpc-1", route=routes, tags={"Name": "routes"})
        S3Bucket(
            self,
            "logs",
            bucket="logs-of-the-day",
            cors_rule=[{"allowedMethods": ["GET"], "allowedOrigins": ["*"]}],  # many, with keys as JavaScript has them
        )
