from constructs import Construct
from cdktf import App, TerraformStack, TerraformOutput, Fn, Token
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.data_aws_subnets import DataAwsSubnets
from cdktf_cdktf_provider_aws.data_aws_ami import DataAwsAmi, DataAwsAmiFilter
from cdktf_cdktf_provider_aws.instance import Instance
from cdktf_cdktf_provider_aws.network_interface import NetworkInterface
from cdktf_cdktf_provider_aws.eip import Eip
from cdktf_cdktf_provider_aws.eip_association import EipAssociation
from cdktf_cdktf_provider_aws.placement_group import PlacementGroup
from cdktf_cdktf_provider_aws.lb_target_group import LbTargetGroup
from cdktf_cdktf_provider_aws.lb_target_group_attachment import LbTargetGroupAttachment
from cdktf_cdktf_provider_aws.ec2_managed_prefix_list import Ec2ManagedPrefixList
from cdktf_cdktf_provider_aws.ec2_managed_prefix_list_entry import Ec2ManagedPrefixListEntry


class RobotControllers(TerraformStack):
    def __init__(self, scope: Construct, id: str, count: int = 2):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-2")
        subnets = DataAwsSubnets(self, "subnets", filter=[{"name": "tag:Tier", "values": ["control"]}])
        ami = DataAwsAmi(
            self, "ami",
            most_recent="true",
            owners=["self"],
            filter=[DataAwsAmiFilter(name="name", value=["robot-controller-*"])],
        )
        group = PlacementGroup(self, "placement", name="robots", strategy="spread")
        target_group = LbTargetGroup(self, "controllers", name="robots", port="7000", protocol="TCP", vpc_id="vpc-1")
        plants = Ec2ManagedPrefixList(
            self, "plants",
            name="plants",
            address_family="IPv4",
            max_entries=10,
        )
        for plant, cidr in {"lyon": "192.0.2.0/25", "turin": "192.0.2.128/25"}.items():
            Ec2ManagedPrefixListEntry(self, f"plant_{plant}", prefix_list_id=plants.id, cidr=cidr, description=plant)

        for i in range(count):
            interface = NetworkInterface(
                self, f"interface_{i}",
                subnet_id=subnets.ids[i],
                security_groups=["sg-1"],
            )
            controller = Instance(
                self, f"controller_{i}",
                ami_id=ami.id,
                instance_type="c7i.large",
                placement_group=group.name,
                network_interface=[{"device_index": 0, "network_interface_id": interface.id}],
                metadata_options=[{"http_tokens": "required"}],
                monitoring=True,
            )
            address = Eip(self, f"address_{i}", domain="vpc")
            EipAssociation(self, f"address_{i}_association", allocation_id=address.allocation_id, instance=controller.id)
            LbTargetGroupAttachment(self, f"attachment_{i}", target_group_arn=target_group.arn, target_id=controller.id)
            TerraformOutput(self, f"controller_{i}_ip", value=address.public_ip)


app = App()
RobotControllers(app, "robots")
app.synth()
