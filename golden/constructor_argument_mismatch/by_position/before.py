import os

from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from cdktf_cdktf_provider_aws.subnet import Subnet
from cdktf_cdktf_provider_aws.vpc import Vpc
from constructs import Construct


class Network(Construct):
    def __init__(self, scope: Construct, id: str, *, cidr: str, zone: str, shared: bool = False):
        super().__init__(scope, id)
        vpc = Vpc(self, "vpc", cidr_block=cidr, tags={"Shared": "yes" if shared else "no"})
        Subnet(self, "subnet", vpc_id=vpc.id, cidr_block=cidr, availability_zone=zone)


class Inbox(Construct):
    def __init__(self, scope: Construct, id: str, **kwargs):
        super().__init__(scope, id)
        stage = kwargs["stage"]
        SqsQueue(self, "queue", name=f"inbox-{stage}", delay_seconds=kwargs.get("delay", 0))


class ShopStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, stage: str):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        zone = "eu-west-1a"
        Network(self, "network", "10.0.0.0/16", "eu-west-1b")  # where the shop is
        Network(self, "other", zone, cidr="10.1.0.0/16", shared=True)
        Inbox(self, "inbox", stage)


app = App()
ShopStack(app, "shop", os.environ.get("STAGE", "dev"))
app.synth()
