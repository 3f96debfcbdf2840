import base64
from typing import Any, Dict

from constructs import Construct
from cdktf_cdktf_provider_aws.autoscaling_group import (
    AutoscalingGroup,
    AutoscalingGroupLaunchTemplate,
    AutoscalingGroupTag,
)
from cdktf_cdktf_provider_aws.autoscaling_policy import AutoscalingPolicy
from cdktf_cdktf_provider_aws.data_aws_ami import DataAwsAmi
from cdktf_cdktf_provider_aws.launch_template import LaunchTemplate

USER_DATA = """#!/bin/bash
dnf install -y nginx
systemctl enable --now nginx
"""


class WebFleet(Construct):
    """Nginx servers behind a target group."""

    def __init__(self, scope: Construct, construct_id: str, settings: Dict[str, Any]) -> None:
        super().__init__(scope, construct_id)

        ami = DataAwsAmi(
            self,
            "ami",
            most_recent=True,
            owners="amazon",
            filter={"name": "name", "values": ["al2023-ami-*-x86_64"]},
        )

        template = LaunchTemplate(
            self,
            "template",
            name_prefix="web-",
            ami=ami.id,
            instance_type=settings["instance_type"],
            user_data=base64.b64encode(USER_DATA.encode()).decode(),
            metadata_options={"http_tokens": "required", "http_endpoint": "enabled"},
            network_interfaces=[{
                "associate_public_ip_address": "false",
                "security_groups": settings["security_groups"],
            }],
            block_device_mappings=[{
                "device_name": "/dev/xvda",
                "ebs": {"volume_size": 30, "volume_type": "gp3", "encrypted": "true"},
            }],
        )

        self.group = AutoscalingGroup(
            self,
            "group",
            name="web",
            min_size=settings["min"],
            max_size=settings["max"],
            vpc_zone_identifier=settings["subnets"],
            health_check_type="ELB",
            health_check_grace_period="120",
            launch_template=[AutoscalingGroupLaunchTemplate(id=template.id, version="$Latest")],
            tag=[
                AutoscalingGroupTag(key="Name", value="web"),
            ],
        )

        AutoscalingPolicy(
            self,
            "cpu",
            name="web-cpu",
            autoscaling_group_name=self.group.name,
            policy_type="TargetTrackingScaling",
            target_tracking_configuration={
                "predefined_metric_specification": {"predefined_metric_type": "ASGAverageCPUUtilization"},
                "target_value": 60,
            },
        )
