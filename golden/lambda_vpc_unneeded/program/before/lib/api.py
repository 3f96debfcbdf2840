from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.dynamodb_table import DynamodbTable
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.security_group import SecurityGroup
from cdktf_cdktf_provider_aws.subnet import Subnet
from cdktf_cdktf_provider_aws.vpc import Vpc


class ApiStack(TerraformStack):
    def __init__(self, scope, construct_id, environment_suffix):
        super().__init__(scope, construct_id)
        self.vpc = Vpc(self, "vpc", cidr_block="10.0.0.0/16")
        self.subnets = []
        for index, zone in enumerate(["a", "b"]):
            subnet = Subnet(
                self,
                f"public_{zone}",
                vpc_id=self.vpc.id,
                cidr_block=f"10.0.{index}.0/24",
                map_public_ip_on_launch=True,
            )
            self.subnets.append(subnet)
        self.security_group = SecurityGroup(self, "group", name="api", vpc_id=self.vpc.id)
        self.table = DynamodbTable(self, "table", name="records", hash_key="id")
        self.role = IamRole(self, "role", name="api", assume_role_policy="{}")
        # the API
        LambdaFunction(
            self,
            "api",
            function_name=f"api-{environment_suffix}",
            role=self.role.arn,
            handler="api_handler.handler",
            runtime="python3.13",
            filename="lambda_function.zip",
            vpc_config={
                "subnet_ids": [subnet.id for subnet in self.subnets],
                "security_group_ids": [self.security_group.id],
            },
            environment={"variables": {"TABLE_NAME": self.table.name}},
        )
        self.worker = LambdaFunction(
            self,
            "worker",
            function_name=f"worker-{environment_suffix}",
            role=self.role.arn,
            handler="worker.handler",
            runtime="python3.13",
            filename="worker.zip",
            vpc_config={"subnet_ids": [self.subnets[0].id], "security_group_ids": [self.security_group.id]},
        )
