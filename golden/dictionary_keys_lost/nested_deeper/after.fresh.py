from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.ecs_task_definition import EcsTaskDefinition, EcsTaskDefinitionVolume
from cdktf_cdktf_provider_aws.s3_bucket_notification import S3BucketNotification, S3BucketNotificationLambdaFunction
from cdktf_cdktf_provider_aws.wafv2_web_acl import Wafv2WebAcl


class TaskStack(TerraformStack):
    def __init__(self, scope, id, files, function):
        super().__init__(scope, id)
        EcsTaskDefinition(
            self,
            "task",
            family="orders",
            container_definitions="[]",
            volume=[
                EcsTaskDefinitionVolume(
                    name="data",  # shared by all
                    efs_volume_configuration={
                        "file_system_id": files.id,
                        "transit_encryption": "ENABLED",
                        "authorization_config": {"iam": "ENABLED"},
                    },
                )
            ],
        )
        S3BucketNotification(
            self,
            "uploads",
            bucket="uploads",
            lambda_function=[S3BucketNotificationLambdaFunction(lambda_function_arn=function.arn, events=["s3:ObjectCreated:*"])],
        )
