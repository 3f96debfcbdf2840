from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.data_aws_iam_role import DataAwsIamRole
from cdktf_cdktf_provider_aws.data_aws_sqs_queue import DataAwsSqsQueue
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        DataAwsSqsQueue(self, "shared", name="shared-inbox")  # made by another team
        DataAwsIamRole(self, "task", name="ecs-task")


app = App()
OrderStack(app, "orders")
app.synth()
