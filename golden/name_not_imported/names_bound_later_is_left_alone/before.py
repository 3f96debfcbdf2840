from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue

try:
    from cdktf import TerraformOutput
except ImportError:
    TerraformOutput = None


class QueueStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        queue = SqsQueue(self, "jobs", name=f"jobs-{STAGE}")
        TerraformOutput(self, "url", value=Fn.upper(queue.url))


def main():
    global Fn
    from cdktf import Fn

    QueueStack(App(), "queue")  # needs both


STAGE = "dev"
main()
