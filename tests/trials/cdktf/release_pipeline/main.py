from cdktf import App, TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.codepipeline import (
    Codepipeline,
    CodepipelineArtifactStore,
    CodepipelineStage,
    CodepipelineStageAction,
)
from cdktf_cdktf_provider_aws.codestarconnections_connection import CodestarconnectionsConnection
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from constructs import Construct

from pipeline.build import BuildProject

ASSUME = """{
  "Version": "2012-10-17",
  "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                 "Principal": {"Service": ["codebuild.amazonaws.com", "codepipeline.amazonaws.com"]}}]
}"""


class ReleaseStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, service: str):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")
        role = IamRole(self, "role", name=f"{service}-release", assume_role_policy=ASSUME)
        artifacts = S3Bucket(self, "artifacts", bucket=f"{service}-artifacts", force_destroy="true")
        connection = CodestarconnectionsConnection(self, "github", name=service, provider="GitHub")
        build = BuildProject(self, "build", service_name=service, role_arn=role.arn)

        Codepipeline(
            self,
            "pipeline",
            name=f"{service}-release",
            role_arn=role.arn,
            artifact_store=CodepipelineArtifactStore(type="S3", location=artifacts.bucket),
            stage=[
                CodepipelineStage(
                    name="Source",
                    action=[
                        CodepipelineStageAction(
                            name="GitHub",
                            category="Source",
                            owner="AWS",
                            provider="CodeStarSourceConnection",
                            version=1,
                            output_artifacts=["source"],
                            configuration={
                                "ConnectionArn": connection.arn,
                                "FullRepositoryId": f"acme/{service}",
                                "BranchName": "main",
                            },
                        )
                    ],
                ),
                CodepipelineStage(
                    name="Build",
                    action=CodepipelineStageAction(
                        name="Build",
                        category="Build",
                        owner="AWS",
                        provider="CodeBuild",
                        version="1",
                        input_artifacts=["source"],
                        configuration={"ProjectName": build.project.name},
                    ),
                ),
            ],
        )
        TerraformOutput(self, "repository_url", value=build.repository.repository_url)


app = App()
ReleaseStack(app, "release", service="storefront")
app.synth()
