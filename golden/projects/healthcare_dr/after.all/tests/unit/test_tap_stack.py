"""What TapStack is synthesized to."""

import json

import pytest
from cdktf import Testing

from lib.tap_stack import TapStack

EXACTLY = [
    ("aws_cloudwatch_log_group", 1),
    ("aws_cloudwatch_metric_alarm", 1),
    ("aws_route53_record", 1),
    ("aws_route53_zone", 1),
    ("aws_s3_bucket", 1),
    ("aws_s3_bucket_versioning", 1),
    ("aws_sns_topic", 1),
]
NAMED = [
    ("aws_cloudwatch_log_group", "name"),
    ("aws_cloudwatch_metric_alarm", "alarm_name"),
    ("aws_s3_bucket", "bucket"),
    ("aws_sns_topic", "name"),
]


@pytest.fixture(scope="module")
def resources():
    stack = TapStack(Testing.app(), "test", region="us-east-1", environment_suffix="pytest")
    return json.loads(Testing.synth(stack)).get("resource", {})


@pytest.mark.parametrize("kind,count", EXACTLY)
def test_the_stack_makes(resources, kind, count):
    assert len(resources[kind]) == count


@pytest.mark.parametrize("kind,argument", NAMED)
def test_names_tell_the_environment(resources, kind, argument):
    assert all("pytest" in made[argument] for made in resources[kind].values())
