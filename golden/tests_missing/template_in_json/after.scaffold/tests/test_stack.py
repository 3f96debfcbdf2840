"""What stack.json declares."""

import json
from collections import Counter
from pathlib import Path

import pytest

TEMPLATE = Path(__file__).parent.parent / "stack.json"
DECLARED = [
    ("AWS::S3::Bucket", 1),
]
MUST_BE_GIVEN = []


@pytest.fixture(scope="module")
def template():
    return json.loads(TEMPLATE.read_text())


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
