"""What template.yaml declares."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

TEMPLATE = Path(__file__).parent.parent / "template.yaml"
DECLARED = [
    ("AWS::DynamoDB::Table", 1),
    ("AWS::IAM::Role", 1),
    ("AWS::SNS::Topic", 1),
    ("AWS::SQS::Queue", 1),
    ("AWS::Serverless::Function", 2),
]
MUST_BE_GIVEN = ["AcceptedAddress", "SharedFunctionsSgId", "SharedPrivateSubnetIds"]


class Loader(yaml.SafeLoader):
    """Reads short forms as what they stand before."""


def _short_form(loader, suffix, node):
    if isinstance(node, yaml.MappingNode):
        return {suffix: loader.construct_mapping(node, deep=True)}
    if isinstance(node, yaml.SequenceNode):
        return {suffix: loader.construct_sequence(node, deep=True)}
    return {suffix: node.value}


Loader.add_multi_constructor("!", _short_form)


@pytest.fixture(scope="module")
def template():
    return yaml.load(TEMPLATE.read_text(), Loader)


@pytest.mark.parametrize("kind,count", DECLARED)
def test_the_template_declares(template, kind, count):
    assert Counter(each["Type"] for each in template["Resources"].values())[kind] == count


def test_the_other_parameters_have_defaults(template):
    parameters = template.get("Parameters", {})
    assert sorted(name for name, each in parameters.items() if "Default" not in each) == MUST_BE_GIVEN


def test_cfn_lint_accepts_it():
    api = pytest.importorskip("cfnlint.api")
    config = pytest.importorskip("cfnlint.config").ManualArgs(ignore_checks=["W", "I"])
    assert not api.lint(TEMPLATE.read_text(), config=config)
