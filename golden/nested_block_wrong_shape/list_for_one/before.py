from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.dynamodb_table import DynamodbTable
from cdktf_cdktf_provider_aws.lambda_function import (
    LambdaFunction,
    LambdaFunctionEnvironment,
)
from cdktf_cdktf_provider_aws.route53_record import Route53Record


class ApiStack(TerraformStack):
    def __init__(self, scope, id, role, zone, subnets, groups):
        super().__init__(scope, id)
        DynamodbTable(
            self,
            "orders",
            name="orders",
            hash_key="id",
            billing_mode="PAY_PER_REQUEST",
            attribute=[{"name": "id", "type": "S"}],
            server_side_encryption=[{"enabled": True}],
            point_in_time_recovery=[{"enabled": True}],
        )
        LambdaFunction(
            self,
            "api",
            function_name="api",
            role=role.arn,
            runtime="python3.12",
            handler="api.handler",
            filename="api.zip",
            vpc_config=[
                {
                    # the private ones
                    "subnetIds": subnets,
                    "securityGroupIds": groups,
                },
            ],
            environment=[LambdaFunctionEnvironment(
                variables={
                    "TABLE": """
                        orders
                    """,
                },
            )],
        )
        Route53Record(
            self, "record", zone_id=zone, name="api", type="CNAME", ttl=60, records=["api.test"], set_identifier="a",
            weighted_routing_policy=[{"weight": 100}],
        )
