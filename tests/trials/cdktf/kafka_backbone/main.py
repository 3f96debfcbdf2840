from constructs import Construct
from cdktf import App, TerraformStack, TerraformOutput
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.msk_cluster import (
    MskCluster,
    MskClusterBrokerNodeGroupInfo,
    MskClusterBrokerNodeGroupInfoStorageInfo,
    MskClusterBrokerNodeGroupInfoStorageInfoEbsStorageInfo,
    MskClusterConfigurationInfo,
    MskClusterEncryptionInfo,
    MskClusterEncryptionInfoEncryptionInTransit,
)
from cdktf_cdktf_provider_aws.msk_configuration import MskConfiguration
from cdktf_cdktf_provider_aws.secretsmanager_secret import SecretsmanagerSecret
from cdktf_cdktf_provider_aws.secrets_manager_secret_version import SecretsManagerSecretVersion
from cdktf_cdktf_provider_random.provider import RandomProvider
from cdktf_cdktf_provider_random.password import Password


class KafkaStack(TerraformStack):

    def __init__(self, scope: Construct, id: str, brokers: int):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")
        RandomProvider(self, "random")
        self.configuration = self.make_configuration()
        self.cluster = self.make_cluster(brokers)
        self.make_credentials()
        TerraformOutput(self, "bootstrap", value=self.cluster.bootstrap_brokers_tls)

    def make_configuration(self):
        return MskConfiguration(
            self, "configuration",
            name="backbone",
            kafka_versions="3.7.x",
            properties="auto.create.topics.enable = false\ndelete.topic.enable = true\n",
        )

    def make_cluster(self, brokers):
        storage = MskClusterBrokerNodeGroupInfoStorageInfo(
            ebs_storage_info=MskClusterBrokerNodeGroupInfoStorageInfoEbsStorageInfo(volume_size="500"),
        )
        return MskCluster(
            self, "cluster",
            cluster_name="backbone",
            kafka_version="3.7.x",
            broker_count=brokers,
            broker_node_group_info=MskClusterBrokerNodeGroupInfo(
                instance_type="kafka.m7g.large",
                client_subnets=["subnet-1", "subnet-2", "subnet-3"],
                security_groups=["sg-1"],
                storage_info=storage,
            ),
            configuration_info=MskClusterConfigurationInfo(
                arn=self.configuration.arn,
                revision=self.configuration.latest_revision,
            ),
            encryption_info=MskClusterEncryptionInfo(
                encryption_in_transit=[
                    MskClusterEncryptionInfoEncryptionInTransit(client_broker="TLS", in_cluster=True),
                ],
            ),
        )

    def make_credentials(self):
        password = Password(self, "password", length="32", special=False)
        secret = SecretsmanagerSecret(self, "secret", secret_name="AmazonMSK_backbone")
        SecretsManagerSecretVersion(
            self, "secret_value",
            secret_id=secret.id,
            secret_string=password.result,
        )


app = App()
KafkaStack(app, "kafka", brokers=3)
app.synth()
