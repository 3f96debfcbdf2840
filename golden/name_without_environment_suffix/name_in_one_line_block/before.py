from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class S(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id); AwsProvider(self, "aws", region="eu-west-1")
        SqsQueue(self, "a", name='orders-inbox'); SqsQueue(self, "b", name="orders-"
            "outbox")  # kept short


app = App(); S(app, "orders"); app.synth()
