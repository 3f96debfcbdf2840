from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic


class TerraformVariable:
    """A setting, which has nothing to do with Terraform's."""

    def __init__(self, name):
        self.value_as_string = name


class Topic(SnsTopic):
    def subscribe(self, address):
        self.add_override("tags.Subscriber", address)


class TopicStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        name = TerraformVariable("alarms")
        topic = Topic(self, "topic", name=name.value_as_string)
        topic.subscribe("on-call@acme.io")
