import json

from cdktf import App, TerraformStack, TerraformOutput, Fn
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.eks_cluster import EksCluster, EksClusterVpcConfig, EksClusterEncryptionConfig
from cdktf_cdktf_provider_aws.eks_node_group import EksNodeGroup, EksNodeGroupScalingConfig
from cdktf_cdktf_provider_aws.eks_addon import EksAddon
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment
from cdktf_cdktf_provider_aws.iam_openid_connect_provider import IamOpenIdConnectProvider
from cdktf_cdktf_provider_aws.kms_key import KmsKey
from cdktf_cdktf_provider_tls.provider import TlsProvider
from cdktf_cdktf_provider_tls.data_tls_certificate import DataTlsCertificate


def trust(service):
    return json.dumps({
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": service}}],
    })


class PlatformStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, subnet_ids: list[str], version: str = "1.31"):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-central-1")
        TlsProvider(self, "tls")

        self.secrets_key = KmsKey(self, "secrets_key", description="EKS secrets", rotation_enabled=True)
        self.cluster_role = IamRole(self, "cluster_role", name="platform-cluster", assume_role_policy=trust("eks.amazonaws.com"))
        self.node_role = IamRole(self, "node_role", name="platform-nodes", assume_role_policy=trust("ec2.amazonaws.com"))
        attached = [
            IamRolePolicyAttachment(
                self,
                f"node_{name.lower()}",
                role=self.node_role.name,
                policy_arn=f"arn:aws:iam::aws:policy/{name}",
            )
            for name in ("AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryReadOnly")
        ]

        self.cluster = EksCluster(
            self,
            "cluster",
            name="platform",
            version=version,
            role_arn=self.cluster_role.arn,
            vpc_config=[EksClusterVpcConfig(subnet_ids=subnet_ids, endpoint_private_access=True)],
            encryption_config=EksClusterEncryptionConfig(
                provider={"key_arn": self.secrets_key.arn},
                resources="secrets",
            ),
            enabled_cluster_log_types=["api", "audit", "authenticator"],
        )
        EksNodeGroup(
            self,
            "workers",
            cluster_name=self.cluster.name,
            node_group_name="workers",
            node_role=self.node_role.arn,
            subnet_ids=subnet_ids,
            instance_types="m6i.large",
            scaling_config=EksNodeGroupScalingConfig(desired=2, min_size=2, max_size=5),
            depends_on=attached,
        )
        for addon in ("vpc-cni", "coredns", "kube-proxy"):
            EksAddon(self, f"addon_{addon}", cluster=self.cluster.name, addon_name=addon)

        issuer = self.cluster.identity.get(0).oidc.get(0).issuer
        certificate = DataTlsCertificate(self, "issuer", url=issuer)
        IamOpenIdConnectProvider(
            self,
            "oidc",
            url=issuer,
            client_id_list=["sts.amazonaws.com"],
            thumbprint_list=[certificate.certificates.get(0).sha1_fingerprint],
        )
        TerraformOutput(self, "cluster_endpoint", value=self.cluster.endpoint)
        TerraformOutput(self, "cluster_ca", value=self.cluster.certificate_authority.get(0).data, sensitive="true")


app = App()
PlatformStack(app, "platform", subnet_ids=["subnet-1", "subnet-2", "subnet-3"])
app.synth()
