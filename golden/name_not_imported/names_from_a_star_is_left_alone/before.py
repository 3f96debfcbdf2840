from cdktf import *
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class QueueStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)
        queue = SqsQueue(self, "jobs", name="jobs")
        TerraformOutput(self, "url", value=queue.url)  # from the star
