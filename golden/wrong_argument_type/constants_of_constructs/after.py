import json

from cdktf import Fn, TerraformStack
from cdktf_cdktf_provider_aws.db_instance import DbInstance
from cdktf_cdktf_provider_aws.elasticache_replication_group import ElasticacheReplicationGroup
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.lb_target_group import LbTargetGroup, LbTargetGroupHealthCheck
from cdktf_cdktf_provider_aws.route_table_association import RouteTableAssociation


class ApiStack(TerraformStack):
    def __init__(self, scope, id, role, vpc):
        super().__init__(scope, id)
        ElasticacheReplicationGroup(
            self,
            "cache",
            replication_group_id="cache",
            description="sessions",
            at_rest_encryption_enabled="true",
            auto_minor_version_upgrade="true",
            transit_encryption_enabled=True,  # this one is true or false
        )
        LbTargetGroup(
            self,
            "targets",
            port=8080,
            deregistration_delay="30",
            health_check=LbTargetGroupHealthCheck(path="/", port="8080", healthy_threshold=2),
            vpc_id=vpc.id,
        )
        database = DbInstance(self, "database", instance_class="db.t4g.micro", allocated_storage=20)
        LambdaFunction(
            self,
            "api",
            function_name="api",
            role=role.arn,
            memory_size=256,
            publish=True,
            environment={"variables": {"PORT": "8080", "DEBUG": "false", "DATABASE_PORT": Fn.tostring(database.port)}},
            architectures=["arm64"],
        )
        IamRole(
            self,
            "role",
            name="api",
            assume_role_policy=json.dumps({
                "Version": "2012-10-17",
                "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}],
            }),
            tags={"retries": "3"},
        )
