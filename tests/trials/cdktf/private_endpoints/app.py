from cdktf import App, TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.security_group import SecurityGroup, SecurityGroupIngress
from cdktf_cdktf_provider_aws.vpc_endpoint import VpcEndpoint
from constructs import Construct

from lib.network import Network

INTERFACES = ["ecr.api", "ecr.dkr", "logs", "secretsmanager"]


class EndpointsStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, region: str):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region=region)
        network = Network(self, "network", cidr_block="10.8.0.0/16", zones=2)
        group = SecurityGroup(
            self,
            "endpoints",
            name="endpoints",
            vpc_id=network.vpc.id,
            ingress=SecurityGroupIngress(from_port=443, to_port=443, protocol="tcp", cidr_blocks=["10.8.0.0/16"]),
        )
        VpcEndpoint(
            self,
            "s3",
            vpc_id=network.vpc.id,
            service_name=f"com.amazonaws.{region}.s3",
            vpc_endpoint_type="Gateway",
            route_table_ids=[table.id for table in network.tables],
        )
        for service in INTERFACES:
            VpcEndpoint(
                self,
                f"interface_{service.replace('.', '_')}",
                vpc_id=network.vpc.id,
                service_name=f"com.amazonaws.{region}.{service}",
                endpoint_type="Interface",
                subnet_ids=[subnet.id for subnet in network.subnets],
                security_group_ids=[group.id],
                private_dns_enabled="true",
            )
        TerraformOutput(self, "endpoint_group", value=group.id)


app = App()
EndpointsStack(app, "endpoints", region="us-east-2")
app.synth()
