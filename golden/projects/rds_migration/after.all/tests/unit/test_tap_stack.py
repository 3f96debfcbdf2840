"""What TapStack is synthesized to."""

import json

import pytest
from cdktf import Testing

from lib.tap_stack import TapStack

EXACTLY = [
    ("aws_cloudwatch_metric_alarm", 1),
    ("aws_db_instance", 1),
    ("aws_db_subnet_group", 1),
    ("aws_iam_role", 1),
    ("aws_iam_role_policy", 1),
    ("aws_iam_role_policy_attachment", 1),
    ("aws_lambda_function", 1),
    ("aws_security_group", 2),
    ("aws_sns_topic", 1),
    ("aws_vpc", 1),
]
NAMED = [
    ("aws_cloudwatch_metric_alarm", "alarm_name"),
    ("aws_db_instance", "identifier"),
    ("aws_iam_role", "name"),
    ("aws_lambda_function", "function_name"),
    ("aws_security_group", "name"),
    ("aws_sns_topic", "name"),
]
PROTECTED = [
    ("aws_db_instance", "storage_encrypted", True),
    ("aws_db_instance", "publicly_accessible", False),
]


@pytest.fixture(scope="module")
def resources():
    stack = TapStack(Testing.app(), "test", environment_suffix="pytest")
    return json.loads(Testing.synth(stack)).get("resource", {})


@pytest.mark.parametrize("kind,count", EXACTLY)
def test_the_stack_makes(resources, kind, count):
    assert len(resources[kind]) == count


@pytest.mark.parametrize("kind,argument", NAMED)
def test_names_tell_the_environment(resources, kind, argument):
    assert all("pytest" in made[argument] for made in resources[kind].values())


@pytest.mark.parametrize("kind,argument,wanted", PROTECTED)
def test_it_is_protected(resources, kind, argument, wanted):
    assert all(made[argument] is wanted for made in resources[kind].values())
