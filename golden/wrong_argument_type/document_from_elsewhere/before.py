import json

from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.sfn_state_machine import SfnStateMachine


def trust(service):
    return {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": service}}],
    }


class ClaimsStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        events = {"Version": "2012-10-17", "Statement": []}
        self.role = IamRole(self, "role", name="claims", assume_role_policy=trust("states.amazonaws.com"))
        IamRole(self, "events", name="events", assume_role_policy=events)
        IamRole(self, "tasks", name="tasks", assume_role_policy=json.dumps(trust("ecs-tasks.amazonaws.com")))
        SfnStateMachine(
            self,
            "machine",
            name="claims",
            role_arn=self.role.arn,
            definition=self._definition(),  # two states
        )

    def _definition(self) -> dict:
        return {
            "StartAt": "Validate",
            "States": {"Validate": {"Type": "Pass", "Next": "Done"}, "Done": {"Type": "Succeed"}},
        }
