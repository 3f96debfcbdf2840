#!/usr/bin/env python
from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class QueueStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, tags: Dict[str, str]):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        # The stage comes from the pipeline.
        queue = SqsQueue(self, "jobs", name=f"jobs-{os.getenv('STAGE', 'dev')}", policy=json.dumps({"a": 1}), tags=tags)
        TerraformOutput(self, "url", value=Fn.upper(queue.url))


app = App()
QueueStack(app, "queue", tags={})
app.synth()
