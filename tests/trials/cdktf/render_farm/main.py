import json
from constructs import Construct
from cdktf import App, TerraformStack, TerraformOutput
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.batch_compute_environment import (
    BatchComputeEnvironment,
    BatchComputeEnvironmentComputeResource,
)
from cdktf_cdktf_provider_aws.batch_job_queue import BatchJobQueue
from cdktf_cdktf_provider_aws.batch_job_definition import BatchJobDefinition
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.instance import Instance
from cdktf_cdktf_provider_aws.ebs_volume import EbsVolume
from cdktf_cdktf_provider_aws.volume_attachment import VolumeAttachment
from cdktf_cdktf_provider_aws.key_pair import KeyPair
from cdktf_cdktf_provider_aws.security_group import SecurityGroup


class RenderFarm(TerraformStack):
    def __init__(self, scope: Construct, id: str, **kwargs):
        super().__init__(scope, id)
        self.environment_suffix = kwargs.get("environment_suffix") or "dev"
        self.subnets = kwargs.get("subnets", ["subnet-1", "subnet-2"])
        AwsProvider(self, "aws", region=kwargs.get("region", "us-east-1"))

        self.group = SecurityGroup(
            self, "workers",
            name=f"render-{self.environment_suffix}",
            vpc_id="vpc-1",
            egress=[dict(fromPort=0, toPort=0, protocol="-1", cidrBlocks=["0.0.0.0/0"])],
        )
        self.farm()
        self.submit_host()

    def farm(self):
        spot = BatchComputeEnvironment(
            self, "spot",
            name=f"render-{self.environment_suffix}",
            type="MANAGED",
            state="ENABLED",
            compute_resources=[BatchComputeEnvironmentComputeResource(
                type="SPOT",
                allocation_strategy="SPOT_CAPACITY_OPTIMIZED",
                min_vcpus=0,
                max_vcpus="256",
                instance_types=["c7i", "c6i"],
                subnets=self.subnets,
                security_group_ids=[self.group.id],
            )],
        )
        queue = BatchJobQueue(
            self, "queue",
            name=f"render-{self.environment_suffix}",
            state="ENABLED",
            priority=1,
            compute_environment_order=[{"order": 1, "compute_environment": spot.arn}],
        )
        BatchJobDefinition(
            self, "frame",
            name=f"frame-{self.environment_suffix}",
            type="container",
            timeout={"attempt_duration": 3600},
            container_properties=json.dumps({"image": "public.ecr.aws/acme/blender:4", "vcpus": 8, "memory": 16384}),
        )
        TerraformOutput(self, "queue_arn", value=queue.arn)

    def submit_host(self):
        key = KeyPair(self, "key", key_name="render", public_key="ssh-ed25519 AAAAC3Nza render")
        host = Instance(
            self, "submit",
            ami="ami-0abc",
            instance_type="t3.small",
            key_name=key.key_name,
            subnet_id=self.subnets[0],
            security_group_ids=[self.group.id],
            root_block_device=[{"volume_size": 40, "encrypted": True}],
        )
        scenes = EbsVolume(self, "scenes", availability_zone=host.availability_zone, size=500, volume_type="gp3")
        VolumeAttachment(self, "scenes_attached", device_name="/dev/sdf", volume_id=scenes.id, instance_id=host.id)


app = App()
RenderFarm(app, "render-farm")
app.synth()
