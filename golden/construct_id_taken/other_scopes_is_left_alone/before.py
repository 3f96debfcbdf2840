from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class Mail(Construct):
    def __init__(self, scope, id, team):
        super().__init__(scope, id)
        SqsQueue(self, "queue", name=f"mail-{team}")
        # Both have the scope of their own.
        SqsQueue(scope, f"{id}-queue", name=f"bounced-{team}")


class TeamStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        Mail(self, "mail", "red")
        for team in ("blue", "green"):
            SqsQueue(Construct(self, team), "queue", name=f"jobs-{team}")
