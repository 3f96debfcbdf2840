"""Makes thumbnails of what is uploaded."""

import json

from cdktf import App, TerraformOutput, TerraformStack
from constructs import Construct
from cdktf_cdktf_provider_archive.provider import ArchiveProvider
from cdktf_cdktf_provider_archive.data_archive_file import DataArchiveFile
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_policy import IamPolicy
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment
from cdktf_cdktf_provider_aws.lambda_function import (
    LambdaFunction,
    LambdaFunctionEnvironment,
    LambdaFunctionDeadLetterConfig,
)
from cdktf_cdktf_provider_aws.lambda_permission import LambdaPermission
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_notification import S3BucketNotification
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class ThumbnailStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, props: dict) -> None:
        super().__init__(scope, id)
        suffix = props.get("environment_suffix", "dev")
        AwsProvider(self, "aws", region=props.get("region", "us-east-1"))
        ArchiveProvider(self, "archive")

        code = DataArchiveFile(
            self,
            "code",
            type="zip",
            output_path="build/thumbnail.zip",
            source={"filename": "index.py", "content": "def handler(event, context):\n    return event\n"},
        )
        uploads = S3Bucket(self, "uploads", bucket=f"uploads-{suffix}")
        thumbnails = S3Bucket(self, "thumbnails", name=f"thumbnails-{suffix}")
        failures = SqsQueue(self, "failures", name=f"thumbnail-failures-{suffix}")

        role = IamRole(self, "role", name=f"thumbnail-{suffix}", assume_role_policy=json.dumps({
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}],
        }))
        policy = IamPolicy(self, "policy", policy_name=f"thumbnail-{suffix}", policy=json.dumps({
            "Version": "2012-10-17",
            "Statement": [
                {"Effect": "Allow", "Action": "s3:GetObject", "Resource": f"{uploads.arn}/*"},
                {"Effect": "Allow", "Action": "s3:PutObject", "Resource": f"{thumbnails.arn}/*"},
                {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": failures.arn},
            ],
        }))
        IamRolePolicyAttachment(self, "attachment", role=role.name, policy_arn=policy.arn)

        function = LambdaFunction(
            self,
            "function",
            function_name=f"thumbnail-{suffix}",
            role_arn=role.arn,
            handler="index.handler",
            runtime="python3.12",
            filename=code.output_path,
            source_code_hash=code.output_base64sha256,
            memory_size="1024",
            timeout=60,
            architectures="arm64",
            dead_letter_config=LambdaFunctionDeadLetterConfig(target_arn=failures.arn),
            environment=LambdaFunctionEnvironment(variables={"TARGET": thumbnails.bucket}),
        )
        permission = LambdaPermission(
            self,
            "permission",
            action="lambda:InvokeFunction",
            function_name=function.function_name,
            principal="s3.amazonaws.com",
            source_arn=uploads.arn,
        )
        S3BucketNotification(
            self,
            "notification",
            bucket=uploads.id,
            lambda_function=[
                {
                    "lambda_function_arn": function.arn,
                    "events": ["s3:ObjectCreated:*"],
                    "filter_suffix": ".jpg",
                }
            ],
            depends_on=[permission],
        )
        TerraformOutput(self, "uploads_bucket", value=uploads.bucket)


app = App()
ThumbnailStack(app, "thumbnails", {"environment_suffix": "qa"})
app.synth()
