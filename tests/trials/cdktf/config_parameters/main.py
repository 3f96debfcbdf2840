import os
import sys

from cdktf import App, S3Backend, TerraformStack
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.ssm_parameter import SsmParameter
from cdktf_cdktf_provider_aws.kms_key import KmsKey
from cdktf_cdktf_provider_aws.kms_alias import KmsAlias
from cdktf_cdktf_provider_aws.ssm_document import SsmDocument
from cdktf_cdktf_provider_aws.ssm_association import SsmAssociation
from cdktf_cdktf_provider_aws.ssm_maintenance_window import SsmMaintenanceWindow
from cdktf_cdktf_provider_null.provider import NullProvider
from cdktf_cdktf_provider_null.resource import NullResource


FEATURES = {
    "checkout/new_flow": "true",
    "checkout/max_items": 50,
    "search/engine": "opensearch",
}


class ParametersStack(TerraformStack):
    def __init__(self, scope: Construct, construct_id: str, *, stage: str, state_bucket: str):
        super().__init__(scope, construct_id)

        S3Backend(self, bucket=state_bucket, key=f"parameters/{stage}.tfstate", region="us-east-1", use_lockfile=True)
        AwsProvider(self, "aws", region="us-east-1")
        NullProvider(self, "null")

        key = KmsKey(self, "key", desc=f"Parameters of {stage}", enable_key_rotation=True)
        KmsAlias(self, "key_alias", name=f"alias/parameters-{stage}")

        for path, value in FEATURES.items():
            SsmParameter(
                self,
                f"feature_{path.replace('/', '_')}",
                name=f"/{stage}/{path}",
                type="String",
                value=value,
            )

        document = SsmDocument(
            self,
            "patch",
            name=f"patch-{stage}",
            document_type="Command",
            document_format="YAML",
            content="schemaVersion: '2.2'\ndescription: patch\nmainSteps: []\n",
        )
        SsmAssociation(
            self,
            "patch_all",
            document_name=document.name,
            schedule_expression="cron(0 3 ? * SUN *)",
            targets={"key": "tag:Stage", "values": [stage]},
        )
        SsmMaintenanceWindow(self, "window", name=f"window-{stage}", schedule="cron(0 3 ? * SUN *)", duration="4", cutoff=1)
        NullResource(self, "marker", triggers={"stage": stage}, depends_on=[key])


app = App()
ParametersStack(
    app,
    "parameters",
    stage=os.getenv("STAGE", "dev"),
    state_bucket=os.getenv("STATE_BUCKET", "acme-state"),
)
app.synth()
