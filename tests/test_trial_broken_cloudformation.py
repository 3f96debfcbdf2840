"""What the trial of broken templates reads where a parser cannot, and what it calls added."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.trial_broken_cloudformation import added, declared, lost
from tests.oracles.cfn_lint import Finding

JSON = """{
  // of the team
  "Parameters": {"Stage": {"Type": "String"},},
  "Resources": {
    "Code": {"Properties": {"ZipFile": {"Fn::Sub": |
      print("{")
    }}},
    "Queue": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "http://x"}}
  },
  "Outputs": {"Url": {"Value": {"Ref": "Queue"}}}
}
"""
YAML = """```yaml
Parameters:
    'Stage':
        Type: String
Resources:
    # Not: this
    Queue:
        Type: AWS::SQS::Queue
        Properties: {QueueName: !Sub '${Stage}-jobs'}
Outputs:
    Url: {Value: !Ref Queue}
"""


@pytest.mark.parametrize(
    ("name", "text", "more"), [("a.json", JSON, {("Resources", "Code")}), ("a.yaml", YAML, set[tuple[str, str]]())]
)
def test_what_is_declared_is_read_from_a_text_that_does_not_parse(
    tmp_path: Path, name: str, text: str, more: set[tuple[str, str]]
) -> None:
    (tmp_path / name).write_text(text)
    all_of_it = {("Parameters", "Stage"), ("Resources", "Queue"), ("Outputs", "Url")}
    assert declared(tmp_path / name) == all_of_it | more


def test_a_parameter_may_go_when_nothing_names_it(tmp_path: Path) -> None:
    before, named, unnamed = (tmp_path / name for name in ("before.yaml", "named.yaml", "unnamed.yaml"))
    before.write_text(YAML)
    rest = YAML.replace("    'Stage':\n        Type: String\n", "")
    named.write_text(rest)
    unnamed.write_text(rest.replace("${Stage}-", "").replace("Url:", "Address:"))
    assert list(lost(before, named)) == ["Parameters: Stage"]
    assert list(lost(before, unnamed)) == ["Outputs: Url"]


def test_what_a_mended_error_had_covered_is_told_from_what_is_added() -> None:
    wrong = Finding("E3006", "no such type", 4, ("Resources", "Queue", "Type"))
    inside = Finding("E3002", "no such property", 6, ("Resources", "Queue", "Properties", "Name"))
    elsewhere = Finding("E1020", "not declared", 9, ("Outputs", "Url", "Value"))
    quoted = elsewhere._replace(message="not declared any more")
    assert list(added([wrong], [inside, elsewhere])) == [(inside, True), (elsewhere, False)]
    assert not list(added([elsewhere], [quoted]))
