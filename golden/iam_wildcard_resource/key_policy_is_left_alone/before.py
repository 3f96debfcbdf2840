import json

from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy
from cdktf_cdktf_provider_aws.kms_key import KmsKey


class KeyStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        # a key's policy is about the key
        KmsKey(
            self,
            "key",
            policy=json.dumps({
                "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:*", "Resource": "*"}]
            }),
        )
        role = IamRole(self, "role", name="traces", assume_role_policy="{}")
        IamRolePolicy(
            self,
            "traces",
            role=role.id,
            policy=json.dumps({
                "Statement": [{"Effect": "Allow", "Action": ["xray:PutTraceSegments"], "Resource": "*"}]
            }),
        )
