from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cfnlint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iacfix.transforms.facts.cloudformation import resource_type
from iacfix.transforms.facts.terraform import Block, provider
from iacfix.transforms.facts.twins import ANY, Names, Twin, snake, twin, twin_of, twins

AWS = provider("aws")
OLD = provider("aws", 5)
SCHEMAS = Path(cfnlint.__file__).parent / "data" / "schemas"
INDEX: dict[str, str] = json.loads((SCHEMAS / "providers" / "us-east-1.json").read_text(encoding="utf-8"))

every = pytest.mark.parametrize("known", twins(), ids=lambda known: known.type)

ELSEWHERE = {"arn:*", "Ref"}
"""Attributes that only CloudFormation has."""


def schema(source: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SCHEMAS / "resources" / f"{INDEX[source]}.json").read_text(encoding="utf-8"))
    return found


def inside(definition: Any, root: dict[str, Any]) -> dict[str, Any]:
    """Return the properties of a definition, of its items where it is a list."""
    while "$ref" in definition:
        definition = root["definitions"][definition["$ref"].rpartition("/")[2]]
    if "items" in definition:
        return inside(definition["items"], root)
    found: dict[str, Any] = definition.get("properties", {})
    for option in (*definition.get("oneOf", ()), *definition.get("anyOf", ())):
        found = {**inside(option, root), **found}
    return found


def missing_properties(names: Names, properties: dict[str, Any], root: dict[str, Any]) -> set[str]:
    found = set(names.known) - set(properties)
    for name, below in names.below.items():
        found |= {f"{name}.{inner}" for inner in missing_properties(below, inside(properties[name], root), root)}
    return found


def missing_arguments(names: Names, block: Block) -> set[str]:
    found = {name for name in names.known.values() if name not in block.arguments and name not in block.blocks}
    for source, below in names.below.items():
        name = names.known.get(source, "")
        if source == names.lifted:
            found |= missing_arguments(below, block)
        elif name in block.blocks:
            found |= missing_arguments(below, block.blocks[name].block)
    return found


@every
def test_every_property_exists_in_cloudformation(known: Twin) -> None:
    root = schema(known.source)
    assert not missing_properties(known.names, root["properties"], root)


@every
def test_pairs_are_lists_in_cloudformation(known: Twin) -> None:
    facts = resource_type(known.source)
    assert facts is not None
    for name in known.names.pairs:
        shape = facts.properties.property(name)
        assert shape is not None
        assert "a" in shape.types


@every
def test_every_argument_and_attribute_exists_in_terraform(known: Twin) -> None:
    resource = AWS.resources[known.type]
    assert not missing_arguments(known.names, resource)
    attributes = {*known.attributes.values(), *known.refs} - ELSEWHERE
    assert not {name for name in attributes if name not in resource.arguments and name != "id"}


@every
def test_names_lead_back_to_their_property(known: Twin) -> None:
    for source, neutral in known.names.known.items():
        assert known.names.neutral(source) == neutral
        assert known.names.source(neutral) == source
    for name, neutral in known.attributes.items():
        assert known.attribute(name) == neutral
        assert known.attribute(str(known.getatt(neutral))) == neutral


def test_types_lead_to_their_twin() -> None:
    for known in twins():
        assert twin(known.source, [known.having] if known.having else []) is known
        assert twin_of(known.type) is known
    assert len({known.type for known in twins()}) == len(twins()) >= 60


@pytest.mark.parametrize(
    ("source", "ref"),
    [
        ("AWS::IAM::Role", "name"),
        ("AWS::IAM::ManagedPolicy", "arn"),
        ("AWS::S3::Bucket", "bucket"),
        ("AWS::Lambda::Function", "function_name"),
        ("AWS::SNS::Topic", "arn"),
        ("AWS::SQS::Queue", "url"),
        ("AWS::Logs::LogGroup", "name"),
        ("AWS::KMS::Key", "key_id"),
        ("AWS::DynamoDB::Table", "name"),
    ],
)
def test_ref_returns_what_the_reference_says(source: str, ref: str) -> None:
    found = twin(source)
    assert found is not None
    assert found.ref == ref


def test_structural_types_have_no_twin() -> None:
    for source in ("AWS::IAM::Policy", "AWS::EC2::SecurityGroupIngress", "AWS::Serverless::Function", "Custom::X"):
        assert twin(source) is None


def test_arn_of_a_log_group_has_a_name_of_its_own() -> None:
    found = twin("AWS::Logs::LogGroup")
    assert found is not None
    assert found.attribute("Arn") == "arn:*"
    assert found.getatt("arn") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("KmsMasterKeyId", "kms_master_key_id"),
        ("DBInstanceIdentifier", "db_instance_identifier"),
        ("S3BucketName", "s3_bucket_name"),
        ("RequireTLS", "require_tls"),
    ],
)
def test_names_are_spelled_as_terraform_spells_them(name: str, expected: str) -> None:
    assert snake(name) == expected


@given(st.text("abcXYZ019", min_size=1))
def test_spelling_keeps_the_letters(name: str) -> None:
    assert snake(name).replace("_", "") == name.lower()
    assert snake(snake(name)) == snake(name)


@given(st.text(min_size=1))
def test_names_that_people_gave_are_left_alone(name: str) -> None:
    assert ANY.neutral(name) == name
    assert ANY.source(name) == name
