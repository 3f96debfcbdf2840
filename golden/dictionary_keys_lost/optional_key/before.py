from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.ecs_task_definition import EcsTaskDefinition


class TaskStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        EcsTaskDefinition(
            self,
            "task",
            family="orders",
            container_definitions="[]",
            volume=[{"name": "data", "host_path": "/var/data"}],  # on the host
        )
