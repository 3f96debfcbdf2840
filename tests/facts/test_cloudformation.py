from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from iacfix.transforms.facts import cloudformation
from iacfix.transforms.facts.cloudformation import Shape, Type, engines, made_from, resource_type, runtimes, type_names


def known(name: str) -> Type:
    found = resource_type(name)
    assert found is not None
    return found


def at(name: str, *path: str) -> Shape:
    shape = known(name).properties
    for step in path:
        inner = shape.items if step == "*" else shape.property(step)
        assert inner is not None, step
        shape = inner
    return shape


def test_the_file_says_what_it_is_made_from_and_stays_small() -> None:
    assert made_from()["derived from"].startswith("cfn-lint==")
    assert date.fromisoformat(made_from()["made"]) >= date(2026, 11, 28)
    assert cloudformation.FILE.stat().st_size < 520_000


def test_every_type_decodes() -> None:
    assert len(type_names()) > 1500
    for name in type_names():
        type_ = known(name)
        assert "o" in type_.properties.types, name
        assert set(type_.properties.required) <= set(type_.properties.names) or type_.properties.open, name


def test_types_that_others_define_have_no_facts() -> None:
    for name in (
        "Custom::Thing",
        "AWS::CloudFormation::CustomResource",
        "My::Own::MODULE",
    ):
        assert resource_type(name) is None
    assert resource_type("=engines") is None


def test_types_of_the_serverless_model_require_nothing_and_have_what_is_made() -> None:
    found = resource_type("AWS::Serverless::Function")
    assert found is not None
    assert not found.properties.required
    assert found.has_attribute("Arn")
    assert found.has_attribute("Alias")
    assert not found.has_attribute("ARN")
    machine = resource_type("AWS::Serverless::StateMachine")
    assert machine is not None
    assert "Name" not in machine.read_only


def test_maps_know_what_stands_under_any_name() -> None:
    options = at("AWS::OpenSearchService::Domain", "LogPublishingOptions")
    assert options.open
    assert options.named is not None
    assert options.named.names == ("CloudWatchLogsLogGroupArn", "Enabled")
    assert at("AWS::Lambda::Function", "Environment", "Variables").named is None


def test_shapes_follow_references_and_items() -> None:
    rules = at("AWS::S3::Bucket", "BucketEncryption", "ServerSideEncryptionConfiguration")
    assert rules.types == {"a"}
    by_default = at(
        "AWS::S3::Bucket", "BucketEncryption", "ServerSideEncryptionConfiguration", "*", "ServerSideEncryptionByDefault"
    )
    assert by_default.required == ("SSEAlgorithm",)
    assert not by_default.open
    algorithm = by_default.property("SSEAlgorithm")
    assert algorithm is not None
    assert set(algorithm.words) == {"aws:kms", "AES256", "aws:kms:dsse"}
    assert by_default.property("Nothing") is None


def test_shapes_that_hold_themselves_end() -> None:
    statement = at("AWS::WAFv2::WebACL", "Rules", "*", "Statement")
    assert at("AWS::WAFv2::WebACL", "Rules", "*", "Statement", "NotStatement", "Statement").names == statement.names


def test_what_replaces_is_told_of_all_below() -> None:
    table = known("AWS::DynamoDB::Table")
    assert table.replaces(("TableName",))
    assert not table.replaces(("BillingMode",))
    assert known("AWS::EC2::Instance").replaces(("NetworkInterfaces", "[0]", "SubnetId"))


def test_what_can_be_asked_for() -> None:
    assert known("AWS::S3::Bucket").has_attribute("Arn")
    assert not known("AWS::S3::Bucket").has_attribute("arn")
    assert known("AWS::CloudFormation::Stack").has_attribute("Outputs.Anything")
    assert known("AWS::SQS::Queue").identifier == "QueueUrl"
    assert known("AWS::CloudTrail::Trail").properties.required == ("IsLogging", "S3BucketName")


def test_limits_and_formats() -> None:
    assert at("AWS::Lambda::Function", "MemorySize").limits == (128, 32768)
    assert "AWS::S3::Bucket.Name" in at("AWS::CloudTrail::Trail", "S3BucketName").formats


def test_dates_of_runtimes() -> None:
    old = runtimes()["nodejs12.x"]
    assert old.create_block is not None
    assert old.create_block < date(2026, 1, 1)
    assert old.successor.startswith("nodejs")


def test_versions_of_engines() -> None:
    postgres = engines("AWS::RDS::DBInstance")["postgres"]
    assert postgres.gone < set(postgres.known)
    assert engines("AWS::S3::Bucket") == {}


@pytest.mark.parametrize("name", ["AWS::S3::Bucket", "AWS::QuickSight::Dashboard"])
def test_reading_one_type_is_quick(name: str) -> None:
    code = (
        "import time; from iacfix.transforms.facts import cloudformation as c; began = time.process_time();"
        f" c.resource_type({name!r}).properties; print(time.process_time() - began)"
    )
    took = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert float(took) < 0.1
