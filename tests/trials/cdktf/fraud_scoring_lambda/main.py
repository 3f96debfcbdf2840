import json
import os

from cdktf import App, S3Backend, TerraformOutput, TerraformStack
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.cloudwatch_event_rule import CloudWatchEventRule
from cdktf_cdktf_provider_aws.cloudwatch_event_target import CloudwatchEventTarget
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment
from cdktf_cdktf_provider_aws.lambda_alias import LambdaAlias
from cdktf_cdktf_provider_aws.lambda_event_source_mapping import LambdaEventSourceMapping
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction, LambdaFunctionVpcConfig, LambdaFunctionTracingConfig
from cdktf_cdktf_provider_aws.lambda_layer_version import LambdaLayerVersion
from cdktf_cdktf_provider_aws.lambda_permission import LambdaPermission

common = {"runtime": "python3.12", "memory_size": 512, "timeout": "20"}


class FraudScoring(TerraformStack):
    def __init__(self, scope: Construct, id: str, stage: str):
        super().__init__(scope, id)
        self.stage = stage
        AwsProvider(self, "aws", region="us-east-1")
        backend = S3Backend(self, bucket="acme-state", key=f"fraud/{stage}.tfstate", region="us-east-1")
        backend.add_overide("use_lockfile", True)

        role = IamRole(
            self, "role",
            name=f"fraud-{stage}",
            assume_role_policy=json.dumps({
                "Version": "2012-10-17",
                "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}],
            }),
            tags=[{"key": "Stage", "value": stage}],
        )
        IamRolePolicyAttachment(self, "vpc_access", role=role.name, policy_arns=["arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"])
        layer = LambdaLayerVersion(self, "model", layer_name="fraud-model", s3_bucket="acme-code", s3_key="model.zip", compatible_runtimes="python3.12")

        score = LambdaFunction(
            self, "score",
            function_name=f"fraud-score-{stage}",
            role=role.arn,
            handler="score.handler",
            s3_bucket="acme-code",
            s3_key="score.zip",
            layers=[layer.arn],
            vpc_config=LambdaFunctionVpcConfig(subnet_ids=["subnet-1"], security_groups=["sg-1"]),
            tracing_config=LambdaFunctionTracingConfig(mode="Active"),
            **common,
        )
        LambdaAlias(self, "live", name="live", function_name=score.function_name, function_version="$LATEST")
        LambdaEventSourceMapping(
            self, "payments",
            event_source_arn="arn:aws:kinesis:us-east-1:123456789012:stream/payments",
            function=score.arn,
            starting_position="LATEST",
            destination_config=[{"on_failure": {"destination_arn": "arn:aws:sqs:us-east-1:123456789012:failed"}}],
        )
        rule = CloudWatchEventRule(self, "retrain", name=f"fraud-retrain-{stage}", schedule_expression="rate(1 day)")
        CloudwatchEventTarget(self, "retrain_target", rule=rule.name, arn=score.arn)
        LambdaPermission(
            self, "events_invoke",
            function_name=score.function_name,
            principal="events.amazonaws.com",
            source_arn=rule.arn,
        )
        TerraformOutput(self, "function", value=score.function_name)


app = App()
FraudScoring(app, "fraud", stage=os.environ.get("STAGE", "dev"))
app.synth()
