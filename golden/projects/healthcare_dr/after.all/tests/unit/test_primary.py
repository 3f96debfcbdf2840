"""What PrimaryStack is synthesized to."""

import json

import pytest
from cdktf import Testing

from lib.stacks.primary import PrimaryStack

EXACTLY = [
    ("aws_cloudwatch_log_group", 1),
    ("aws_dynamodb_table", 1),
    ("aws_iam_policy", 1),
    ("aws_iam_role", 2),
    ("aws_iam_role_policy_attachment", 2),
    ("aws_internet_gateway", 1),
    ("aws_lambda_function", 1),
    ("aws_route", 1),
    ("aws_route_table", 1),
    ("aws_s3_bucket", 2),
    ("aws_s3_bucket_replication_configuration", 1),
    ("aws_s3_bucket_versioning", 2),
    ("aws_security_group", 1),
    ("aws_vpc", 1),
]
NAMED = [
    ("aws_cloudwatch_log_group", "name"),
    ("aws_dynamodb_table", "name"),
    ("aws_iam_policy", "name"),
    ("aws_iam_role", "name"),
    ("aws_lambda_function", "function_name"),
    ("aws_s3_bucket", "bucket"),
    ("aws_security_group", "name"),
]


@pytest.fixture(scope="module")
def resources():
    stack = PrimaryStack(Testing.app(), "test", environment_suffix="pytest")
    return json.loads(Testing.synth(stack)).get("resource", {})


@pytest.mark.parametrize("kind,count", EXACTLY)
def test_the_stack_makes(resources, kind, count):
    assert len(resources[kind]) == count


@pytest.mark.parametrize("kind,argument", NAMED)
def test_names_tell_the_environment(resources, kind, argument):
    assert all("pytest" in made[argument] for made in resources[kind].values())
