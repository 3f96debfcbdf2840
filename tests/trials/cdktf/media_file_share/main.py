from cdktf import App, TerraformStack
from constructs import Construct
from cdktf_cdktf_provider_aws.efs_file_system import EfsFileSystem, EfsFileSystemLifecyclePolicy
from cdktf_cdktf_provider_aws.efs_mount_target import EfsMountTarget
from cdktf_cdktf_provider_aws.efs_access_point import EfsAccessPoint
from cdktf_cdktf_provider_aws.efs_backup_policy import EfsBackupPolicy
from cdktf_cdktf_provider_aws.backup_plan import BackupPlan
from cdktf_cdktf_provider_aws.backup_vault import BackupVault
from cdktf_cdktf_provider_aws.backup_selection import BackupSelection
from cdktf_cdktf_provider_aws.security_group import SecurityGroup
from cdktf_cdktf_provider_aws.security_group_rule import SecurityGroupRule


class MediaShareStack(TerraformStack):
    SUBNETS = ("subnet-aaa", "subnet-bbb", "subnet-ccc")

    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="ap-northeast-1")
        self._share()
        self._backups()

    def _share(self):
        self.share = EfsFileSystem(
            self,
            "share",
            creation_token="media",
            encrypted="true",
            throughput_mode="elastic",
            lifecycle_policy=EfsFileSystemLifecyclePolicy(transition_to_ia="AFTER_30_DAYS"),
        )
        group = SecurityGroup(self, "nfs", name="media-nfs", vpc_id="vpc-abc", desc="NFS")
        SecurityGroupRule(
            self,
            "nfs_in",
            type="ingress",
            security_group_id=group.id,
            from_port=2049,
            to_port=2049,
            protocol="tcp",
            cidr_block="10.0.0.0/16",
        )
        for number, subnet in enumerate(self.SUBNETS, start=1):
            EfsMountTarget(
                self,
                f"mount_{number}",
                file_system_id=self.share.id,
                subnet_id=subnet,
                security_groups=group.id,
            )
        EfsAccessPoint(
            self,
            "editors",
            file_system_id=self.share.id,
            posix_user=[{"uid": 1000, "gid": 1000}],
            root_directory={
                "path": "/editors",
                "creation_info": {"owner_uid": 1000, "owner_gid": 1000, "permissions": "0750"},
            },
        )
        EfsBackupPolicy(self, "automatic", file_system_id=self.share.id, backup_policy={"status": "ENABLED"})

    def _backups(self):
        vault = BackupVault(self, "vault", name="media")
        plan = BackupPlan(
            self,
            "plan",
            name="media-daily",
            rule=[
                {
                    "rule_name": "daily",
                    "target_vault_name": vault.name,
                    "schedule": "cron(0 3 * * ? *)",
                    "lifecycle": {"delete_after": 35},
                }
            ],
        )
        BackupSelection(
            self,
            "selection",
            name="media",
            plan_id=plan.id,
            iam_role_arn="arn:aws:iam::123456789012:role/backup",
            resources=[self.share.arn],
        )


app = App()
MediaShareStack(app, "media-share")
app.synth()
