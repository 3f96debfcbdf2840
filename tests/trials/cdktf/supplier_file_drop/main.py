from typing import Optional

from cdktf import App, TerraformStack, TerraformOutput
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.transfer_server import TransferServer
from cdktf_cdktf_provider_aws.transfer_user import TransferUser
from cdktf_cdktf_provider_aws.transfer_ssh_key import TransferSshKey
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket, S3BucketLifecycleConfiguration
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup


class SupplierDrop(TerraformStack):
    SUPPLIERS = {"nordic": "ssh-ed25519 AAAAC3Nza nordic", "pacific": "ssh-ed25519 AAAAC3Nzb pacific"}

    def __init__(self, scope: Construct, id: str, *, region: Optional[str] = None):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region=region or "eu-west-1")
        self.inbox = S3Bucket(self, "inbox", bucket="acme-supplier-inbox", tags=[{"Team": "purchasing"}])
        S3BucketLifecycleConfiguration(
            self, "inbox_lifecycle",
            bucket=self.inbox.id,
            rule=[{
                "id": "clean",
                "status": "Enabled",
                "filter": {"prefix": ""},
                "expiration": [{"days": 30}],
                "abortIncompleteMultipartUpload": [{"daysAfterInitiation": 7}],
            }],
        )
        logs = CloudwatchLogGroup(self, "logs", name="/transfer/suppliers", retention_in_days=90)
        self.role = IamRole(
            self, "role",
            name="supplier-drop",
            assume_role_policy_document="""{
                "Version": "2012-10-17",
                "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "transfer.amazonaws.com"}}]
            }""",
        )
        self.server = TransferServer(
            self, "server",
            identity_provider_type="SERVICE_MANAGED",
            protocols="SFTP",
            logging_role_arn=self.role.arn,
            structured_log_destinations=[f"{logs.arn}:*"],
        )
        for supplier, public_key in self.SUPPLIERS.items():
            self.add_supplier(supplier, public_key)
        TerraformOutput(self, "host", value=self.server.endpoint)

    def add_supplier(self, supplier: str, public_key: str) -> None:
        user = TransferUser(
            self, f"user_{supplier}",
            server_id=self.server.id,
            username=supplier,
            role=self.role.arn,
            home_directory_type="LOGICAL",
            home_directory_mappings=[{"entry": "/", "target": f"/{self.inbox.bucket}/{supplier}"}],
        )
        TransferSshKey(
            self, f"key_{supplier}",
            server_id=self.server.id,
            user_name=user.user_name,
            public_key=public_key,
        )


app = App()
SupplierDrop(app, "supplier-drop")
app.synth()
