from constructs import Construct
from cdktf_cdktf_provider_aws.codebuild_project import CodebuildProject
from cdktf_cdktf_provider_aws.ecr_repository import EcrRepository
from cdktf_cdktf_provider_aws.ecr_lifecycle_policy import EcrLifecyclePolicy
import json


class BuildProject(Construct):
    def __init__(self, scope: Construct, id: str, service: str, role_arn: str):
        super().__init__(scope, id)
        self.repository = EcrRepository(
            self,
            "repository",
            name=service,
            image_tag_mutability="IMMUTABLE",
            image_scanning_configuration=[{"scan_on_push": True}],
        )
        EcrLifecyclePolicy(
            self,
            "keep_thirty",
            repository_name=self.repository.name,
            policy=json.dumps({
                "rules": [{
                    "rulePriority": 1,
                    "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 30},
                    "action": {"type": "expire"},
                }],
            }),
        )
        self.project = CodebuildProject(
            self,
            "project",
            name=f"{service}-build",
            service_role=role_arn,
            build_timeout=20,
            artifacts={"type": "CODEPIPELINE"},
            source={"type": "CODEPIPELINE", "buildspec": "buildspec.yml"},
            environment={
                "compute_type": "BUILD_GENERAL1_SMALL",
                "image": "aws/codebuild/amazonlinux2-x86_64-standard:5.0",
                "type": "LINUX_CONTAINER",
                "privileged_mode": True,
                "environment_variables": [
                    {"name": "REPOSITORY", "value": self.repository.repository_url},
                ],
            },
        )
