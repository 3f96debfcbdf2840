import json

from cdktf import App, TerraformOutput, TerraformStack
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.ecs_cluster import EcsCluster, EcsClusterSetting
from cdktf_cdktf_provider_aws.ecs_cluster_capacity_providers import EcsClusterCapacityProviders
from cdktf_cdktf_provider_aws.ecs_service import (
    EcsService,
    EcsServiceLoadBalancer,
    EcsServiceNetworkConfiguration,
)
from cdktf_cdktf_provider_aws.ecs_task_definition import (
    EcsTaskDefinition,
    EcsTaskDefinitionContainerDefinitions,
    EcsTaskDefinitionVolume,
)
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.lb import Lb
from cdktf_cdktf_provider_aws.lb_listener import LbListener, LbListenerDefaultAction
from cdktf_cdktf_provider_aws.lb_target_group import LbTargetGroup, LbTargetGroupHealthCheck


class PaymentServiceStack(TerraformStack):
    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        vpc_id: str,
        subnets: list,
        security_group: str,
    ):
        super().__init__(scope, construct_id)
        AwsProvider(self, "aws", region="ap-southeast-2")

        cluster = EcsCluster(
            self,
            "cluster",
            name="payments",
            setting=[EcsClusterSetting(name="containerInsights", value="enabled")],
        )
        EcsClusterCapacityProviders(
            self,
            "capacity",
            cluster_name=cluster.name,
            capacity_providers=["FARGATE", "FARGATE_SPOT"],
            default_capacity_provider_strategy=[
                {"capacity_provider": "FARGATE", "weight": 1, "base": 1},
                {"capacity_provider": "FARGATE_SPOT", "weight": 3},
            ],
        )
        logs = CloudwatchLogGroup(self, "logs", name="/ecs/payments", retention_in_days="30")
        execution_role = IamRole(
            self,
            "execution_role",
            name="payments-execution",
            assume_role_policy=json.dumps(
                {
                    "Version": "2012-10-17",
                    "Statement": [
                        {
                            "Effect": "Allow",
                            "Action": "sts:AssumeRole",
                            "Principal": {"Service": "ecs-tasks.amazonaws.com"},
                        }
                    ],
                }
            ),
        )
        task = EcsTaskDefinition(
            self,
            "task",
            family="payments",
            cpu="512",
            memory="1024",
            network_mode="awsvpc",
            requires_compatibilities=["FARGATE"],
            execution_role_arn=execution_role.arn,
            container_definitions=[
                {
                    "name": "payments",
                    "image": "public.ecr.aws/nginx/nginx:1.27",
                    "essential": True,
                    "portMappings": [{"containerPort": 8080}],
                    "logConfiguration": {
                        "logDriver": "awslogs",
                        "options": {
                            "awslogs-group": "/ecs/payments",
                            "awslogs-region": "ap-southeast-2",
                            "awslogs-stream-prefix": "app",
                        },
                    },
                }
            ],
            volume=[EcsTaskDefinitionVolume(name="scratch")],
        )
        lb = Lb(
            self,
            "lb",
            name="payments",
            load_balancer_type="application",
            subnets=subnets,
            security_groups=[security_group],
        )
        target_group = LbTargetGroup(
            self,
            "target_group",
            name="payments",
            port=8080,
            protocol="HTTP",
            target_type="ip",
            vpc_id=vpc_id,
            deregistration_delay=30,
            health_check=[LbTargetGroupHealthCheck(path="/healthz", matcher="200", interval=15)],
        )
        listener = LbListener(
            self,
            "listener",
            load_balancer_arn=lb.arn,
            port=80,
            protocol="HTTP",
            default_action=LbListenerDefaultAction(type="forward", target_group_arn=target_group.arn),
        )
        EcsService(
            self,
            "service",
            name="payments",
            cluster=cluster.arn,
            task_definition=task.arn,
            desired_count=2,
            launch_type="FARGATE",
            network_configuration=EcsServiceNetworkConfiguration(
                subnets=subnets,
                security_groups=[security_group],
                assign_public_ip="DISABLED",
            ),
            load_balancer=[
                EcsServiceLoadBalancer(
                    target_group_arn=target_group.arn,
                    container_name="payments",
                    container_port=8080,
                )
            ],
            depends_on=[listener],
        )
        TerraformOutput(self, "url", value=f"http://{lb.dns_name}")
        TerraformOutput(self, "log_group", value=logs.name)


app = App()
PaymentServiceStack(
    app,
    "payments",
    vpc_id="vpc-0abc",
    subnets=["subnet-0a", "subnet-0b"],
    security_group="sg-0c",
)
app.synth()
