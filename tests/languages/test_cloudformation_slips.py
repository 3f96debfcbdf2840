from __future__ import annotations

import json

import pytest

from iacfix.transforms.languages.cloudformation.read import parse
from iacfix.transforms.model import Document, Problem
from iacfix.transforms.text import applied

HEAD = '{"Resources": {"Topic": {"Type": "AWS::SNS::Topic", "Properties": '


def mended(path: str, text: str) -> str | None:
    problem = parse(Document(path, text, "cloudformation"))
    assert isinstance(problem, Problem)
    return applied(text, problem.remedy) if problem.remedy else None


@pytest.mark.parametrize(
    ("inside", "meant"),
    [
        ('{"A": 1,}', {"A": 1}),
        ('{"A": 1\n"B": [1\n2]}', {"A": 1, "B": [1, 2]}),
        ("{A: 'b', \"C\": None}", {"A": "b", "C": None}),
        ('{"A": "x\n\ty"\n"B": 1}', {"A": "x\n\ty", "B": 1}),
        ('{\n  "A": |-\n    one\n      two\n\n    three\n}', {"A": "one\n  two\n\nthree"}),
        ('{\n  "A": >\n    one\n    two\n}', {"A": "one two\n"}),
        ('{\r\n  "A": |\r\n    one\r\n  "B": 2\r\n}', {"A": "one\n", "B": 2}),
        ('{"A" 1, "B" "x", "C" [], "D" {"E" true}}', {"A": 1, "B": "x", "C": [], "D": {"E": True}}),
        ('{"A": "http://x" /* y */}', {"A": "http://x"}),
    ],
)
def test_json_has_one_meaning(inside: str, meant: object) -> None:
    found = mended("t.json", f"{HEAD}{inside}}}}}}}\n")
    assert found is not None
    assert json.loads(found)["Resources"]["Topic"]["Properties"] == meant


@pytest.mark.parametrize(
    "inside",
    [
        '{"A": "x\ny"}',
        '{"A": 1, 2}',
        '{"A" "B": 1}',
        '{"A"\n1}',
        '{"A": 1 "B": 2}',
        '{"A": yes}',
        '{"A": "x}',
        '{"A": 1]',
        '{"A": 1, "A": 2,}',
        "{,}",
    ],
)
def test_json_that_could_mean_something_else_is_left(inside: str) -> None:
    assert mended("t.json", f"{HEAD}{inside}}}}}}}\n") is None


@pytest.mark.parametrize("end", range(len(HEAD) - 5))
def test_truncated_json_is_left(end: int) -> None:
    problem = parse(Document("t.json", HEAD[: end + 1], "cloudformation"))
    assert problem is None or (isinstance(problem, Problem) and not problem.remedy)


def test_tab_has_the_one_width_that_leaves_no_key_empty() -> None:
    head = "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Properties:\n"
    assert mended("t.yaml", f"{head}\tDisplayName: x\n") == f"{head}        DisplayName: x\n"


def test_yaml_that_could_mean_something_else_is_left() -> None:
    head = "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Properties:\n"
    assert mended("t.yaml", f"{head}      DisplayName: x\n\tTopicName: y\n") is None
    assert mended("t.yaml", f"{head}      DisplayName: 'x'y\n") is None
    assert mended("t.yaml", f"{head}      DisplayName: a: b # c\n") is None
    assert mended("t.yaml", f"{head}      DisplayName: @all\n") == f"{head}      DisplayName: '@all'\n"
