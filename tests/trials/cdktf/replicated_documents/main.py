import json

from cdktf import App, TerraformStack
from constructs import Construct
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_replication_configuration import (
    S3BucketReplicationConfiguration,
    S3BucketReplicationConfigurationRule,
    S3BucketReplicationConfigurationRuleDestination,
)
from cdktf_cdktf_provider_aws.s3_bucket_versioning import (
    S3BucketVersioning,
    S3BucketVersioningVersioningConfiguration,
)
from cdktf_cdktf_provider_aws.s3_bucket_server_side_encryption_configuration import (
    S3BucketServerSideEncryptionConfiguration,
    S3BucketServerSideEncryptionConfigurationRule,
    S3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault,
)


class DocumentStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)
        self.prefix = id
        main = AwsProvider(self, "main", region="us-east-1")
        backup = AwsProvider(self, "backup", region="us-west-2", alias="backup")

        self.source = self.bucket("source", main)
        self.target = self.bucket("target", backup)

        role = IamRole(
            self, "role",
            name=f"{self.prefix}-replication",
            assume_role_policy=json.dumps({
                "Version": "2012-10-17",
                "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "s3.amazonaws.com"}}],
            }),
        )
        IamRolePolicy(
            self, "policy",
            role=role.id,
            policy=json.dumps({
                "Version": "2012-10-17",
                "Statement": [
                    {"Effect": "Allow", "Action": "s3:GetObjectVersionForReplication", "Resource": f"{self.source.arn}/*"},
                    {"Effect": "Allow", "Action": "s3:ReplicateObject", "Resource": f"{self.target.arn}/*"},
                ],
            }),
        )
        S3BucketReplicationConfiguration(
            self, "replication",
            bucket=self.source.id,
            role=role.arn,
            rule=[
                S3BucketReplicationConfigurationRule(
                    id="all",
                    status="Enabled",
                    filter=[{"prefix": ""}],
                    delete_marker_replication="Enabled",
                    destination=S3BucketReplicationConfigurationRuleDestination(
                        bucket_arn=self.target.arn,
                        storage_class="STANDARD_IA",
                    ),
                )
            ],
        )

    def bucket(self, name: str, provider: AwsProvider) -> S3Bucket:
        bucket = S3Bucket(self, name, bucket=f"acme-documents-{name}", provider=provider)
        S3BucketVersioning(
            self, f"{name}_versioning",
            bucket=bucket.id,
            provider=provider,
            versioning_configuration=S3BucketVersioningVersioningConfiguration(status=True),
        )
        S3BucketServerSideEncryptionConfiguration(
            self, f"{name}_encryption",
            bucket=bucket.id,
            provider=provider,
            rule=[
                S3BucketServerSideEncryptionConfigurationRule(
                    apply_server_side_encryption_by_default=S3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault(
                        sse_algorithm="AES256",
                    ),
                )
            ],
        )
        return bucket


app = App()
DocumentStack(app, "documents")
app.synth()
