from cdktf import App, TerraformOutput, TerraformStack
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider

from stacks.compute import WebFleet


class WebStack(TerraformStack):
    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        AwsProvider(self, "aws", region="us-east-1")
        fleet = WebFleet(
            self,
            "fleet",
            settings={
                "instance_type": "t3.small",
                "min": 2,
                "max": 6,
                "subnets": ["subnet-0aa", "subnet-0bb"],
                "security_groups": ["sg-0cc"],
            },
        )
        TerraformOutput(self, "group_name", value=fleet.group.name)


app = App()
WebStack(app, "web")
app.synth()
