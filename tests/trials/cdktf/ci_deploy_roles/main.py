from __future__ import annotations

import json
from dataclasses import dataclass

from cdktf import App, TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.iam_role import IamRole, IamRoleInlinePolicy
from cdktf_cdktf_provider_aws.iam_policy import IamPolicy
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment
from cdktf_cdktf_provider_aws.iam_instance_profile import IamInstanceProfile
from cdktf_cdktf_provider_aws.iam_openid_connect_provider import IamOpenidConnectProvider
from cdktf_cdktf_provider_aws.iam_user import IamUser
from cdktf_cdktf_provider_aws.iam_group import IamGroup
from cdktf_cdktf_provider_aws.iam_group_membership import IamGroupMembership
from cdktf_cdktf_provider_aws.data_aws_iam_policy_document import (
    DataAwsIamPolicyDocument,
    DataAwsIamPolicyDocumentStatement,
    DataAwsIamPolicyDocumentStatementPrincipal,
    DataAwsIamPolicyDocumentStatementCondition,
)


@dataclass
class Repository:
    name: str
    branch: str = "main"
    session: int = 3600


class DeployRoles(TerraformStack):
    def __init__(self, scope, id: str, repositories: list[Repository]):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")
        github = IamOpenidConnectProvider(
            self,
            "github",
            url="https://token.actions.githubusercontent.com",
            client_ids=["sts.amazonaws.com"],
        )
        for repository in repositories:
            self.role_for(repository, github)

        builder = IamRole(
            self,
            "builder",
            name="image-builder",
            assume_role_policy=json.dumps({
                "Version": "2012-10-17",
                "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}],
            }),
            inline_policy=IamRoleInlinePolicy(
                name="images",
                policy=json.dumps({
                    "Version": "2012-10-17",
                    "Statement": [{"Effect": "Allow", "Action": "ec2:CreateImage", "Resource": "*"}],
                }),
            ),
        )
        IamInstanceProfile(self, "builder_profile", name="image-builder", roles=[builder.name])

        group = IamGroup(self, "auditors", name="auditors")
        users = [IamUser(self, f"user_{name}", user_name=name) for name in ("ada", "grace")]
        IamGroupMembership(self, "members", name="auditors", group=group.name, users=[user.name for user in users])
        TerraformOutput(self, "provider_arn", value=github.arn)

    def role_for(self, repository: Repository, github) -> IamRole:
        short = repository.name.split("/")[-1]
        trust = DataAwsIamPolicyDocument(
            self,
            f"trust_{short}",
            statement=[
                DataAwsIamPolicyDocumentStatement(
                    actions=["sts:AssumeRoleWithWebIdentity"],
                    principals=[DataAwsIamPolicyDocumentStatementPrincipal(type="Federated", identifiers=[github.arn])],
                    condition=[
                        DataAwsIamPolicyDocumentStatementCondition(
                            test="StringEquals",
                            variable="token.actions.githubusercontent.com:sub",
                            value=[f"repo:{repository.name}:ref:refs/heads/{repository.branch}"],
                        )
                    ],
                )
            ],
        )
        role = IamRole(
            self,
            f"deploy_{short}",
            name=f"deploy-{short}",
            assume_role_policy=trust.json,
            max_session=repository.session,
        )
        policy = IamPolicy(
            self,
            f"policy_{short}",
            name=f"deploy-{short}",
            policy=json.dumps({
                "Version": "2012-10-17",
                "Statement": [{"Effect": "Allow", "Action": ["s3:PutObject"], "Resource": f"arn:aws:s3:::{short}-site/*"}],
            }),
        )
        IamRolePolicyAttachment(self, f"attach_{short}", role=role.name, policy=policy.arn)
        return role


app = App()
DeployRoles(app, "deploy-roles", [Repository("acme/shop"), Repository("acme/docs", branch="release")])
app.synth()
