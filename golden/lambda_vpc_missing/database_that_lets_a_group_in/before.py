from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.db_instance import DbInstance
from cdktf_cdktf_provider_aws.db_subnet_group import DbSubnetGroup
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.security_group import SecurityGroup
from cdktf_cdktf_provider_aws.subnet import Subnet
from cdktf_cdktf_provider_aws.vpc import Vpc


class ReportStack(TerraformStack):
    def __init__(self, scope, construct_id, image):
        super().__init__(scope, construct_id)
        vpc = Vpc(self, "vpc", cidr_block="10.0.0.0/16")
        subnets = [Subnet(self, f"subnet_{i}", vpc_id=vpc.id, cidr_block=f"10.0.{i}.0/24") for i in range(2)]
        inside = SecurityGroup(self, "function", name="function", vpc_id=vpc.id)
        group = SecurityGroup(
            self,
            "database",
            name="database",
            vpc_id=vpc.id,
            ingress=[{"fromPort": 5432, "toPort": 5432, "protocol": "tcp", "security_groups": [inside.id]}],
        )
        placed = DbSubnetGroup(self, "placed", subnet_ids=[subnet.id for subnet in subnets])
        orders = DbInstance(
            self,
            "orders",
            engine="postgres",
            instance_class="db.t4g.micro",
            db_subnet_group_name=placed.name,
            vpc_security_group_ids=[group.id],
        )
        role = IamRole(self, "role", name="report", assume_role_policy="{}")

        # counts orders
        LambdaFunction(
            self,
            "report",
            function_name="report",
            role=role.arn,
            package_type="Image",
            image_uri=image,
            environment={"variables": {"DB_HOST": orders.address}},
        )
