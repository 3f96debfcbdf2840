from cdktf_cdktf_provider_aws.instance import Instance


class Worker:
    def __init__(self, scope, id, image):
        # Has no node of its own.
        self.node = Instance(scope, id, ami=image, instance_type="t3.micro")
