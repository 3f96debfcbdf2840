"""What ShopStack is synthesized to."""

import json

import pytest
from cdktf import Testing

from lib.shop_stack import ShopStack

EXACTLY = [
    ("aws_s3_bucket", 1),
    ("aws_s3_bucket_public_access_block", 1),
    ("aws_vpc", 1),
]
AT_LEAST = [
    ("aws_subnet", 1),
]
PROTECTED = [
    ("aws_s3_bucket_public_access_block", "block_public_acls", True),
    ("aws_s3_bucket_public_access_block", "restrict_public_buckets", True),
]


@pytest.fixture(scope="module")
def resources():
    stack = ShopStack(Testing.app(), "test", environment_suffix="pytest", region="eu-central-1")
    return json.loads(Testing.synth(stack)).get("resource", {})


@pytest.mark.parametrize("kind,count", EXACTLY)
def test_the_stack_makes(resources, kind, count):
    assert len(resources[kind]) == count


@pytest.mark.parametrize("kind,count", AT_LEAST)
def test_the_stack_makes_at_least(resources, kind, count):
    assert len(resources[kind]) >= count


@pytest.mark.parametrize("kind,argument,wanted", PROTECTED)
def test_it_is_protected(resources, kind, argument, wanted):
    assert all(made[argument] is wanted for made in resources[kind].values())
