from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class S(TerraformStack):
    def __init__(self, scope, id, environment_suffix=""):
        name_suffix = f"-{environment_suffix}" if environment_suffix else ""
        super().__init__(scope, id); AwsProvider(self, "aws", region="eu-west-1")
        SqsQueue(self, "a", name=f'orders-inbox{name_suffix}'); SqsQueue(self, "b", name="orders-"
            f"outbox{name_suffix}")  # kept short


app = App(); S(app, "orders"); app.synth()
