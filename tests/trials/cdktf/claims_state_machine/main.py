import json
from cdktf import App, TerraformOutput, TerraformStack
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.sfn_state_machine import SfnStateMachine, SfnStateMachineLoggingConfiguration
from cdktf_cdktf_provider_aws.sfn_activity import SfnActivity
from cdktf_cdktf_provider_aws.cloudwatch_event_rule import CloudwatchEventRule
from cdktf_cdktf_provider_aws.cloudwatch_event_target import CloudwatchEventTarget


class ClaimsWorkflow(Construct):
    """States of an insurance claim."""

    def __init__(self, scope: Construct, id: str, *, stage: str):
        super().__init__(scope, id)
        self.node = stage

        self.log_group = CloudwatchLogGroup(
            self,
            "log_group",
            name=f"/aws/vendedlogs/states/claims-{stage}",
            retention_in_days=90,
        )
        self.role = IamRole(
            self,
            "role",
            role_name=f"claims-{stage}",
            assume_role_policy=json.dumps(
                {
                    "Version": "2012-10-17",
                    "Statement": [
                        {"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}
                    ],
                }
            ),
        )
        self.review = SfnActivity(self, "review", name=f"claims-review-{stage}")
        self.machine = SfnStateMachine(
            self,
            "machine",
            name=f"claims-{stage}",
            role=self.role.arn,
            definition=self._definition(),
            logging_configuration=[
                SfnStateMachineLoggingConfiguration(
                    level="ALL",
                    include_execution_data=True,
                    log_destination=f"{self.log_group.arn}:*",
                )
            ],
        )

    def _definition(self) -> dict:
        return {
            "StartAt": "Validate",
            "States": {
                "Validate": {"Type": "Pass", "Next": "Review"},
                "Review": {"Type": "Task", "Resource": self.review.id, "End": True},
            },
        }


class ClaimsStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, stage: str = "test"):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-2")
        workflow = ClaimsWorkflow(self, "workflow", stage=stage)

        rule = CloudwatchEventRule(
            self,
            "every_morning",
            name=f"claims-morning-{stage}",
            schedule="cron(0 6 * * ? *)",
        )
        CloudwatchEventTarget(
            self,
            "start",
            rule=rule.name,
            target_arn=workflow.machine.arn,
            role_arn=workflow.role.arn,
        )
        TerraformOutput(self, "machine_arn", value=workflow.machine.arn)


app = App()
ClaimsStack(app, "claims")
app.synth()
