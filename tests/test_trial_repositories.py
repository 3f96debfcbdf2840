from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import judges, trial_repositories
from benchmarks.judges import Declared, undeclared
from tests.oracles import modules
from tests.oracles.terraform import Diagnostic, needs_terraform

MODULE = """\
resource "aws_sqs_queue" "jobs" {
  name          = "jobs"
  delay_seconds = 5
}

output "queue" {
  value = aws_sqs_queue.jobs.name
}
"""

TEMPLATE = """\
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      DelaySeconds: 5
"""

# Stands for iacfix: it turns every 5 into a 6, and says so.
TOOL = """\
import json, os, sys
from pathlib import Path

mode, command = sys.argv[1:3]
findings, files, errors = [], [], []
for path in (Path("main.tf"), Path("queue.yaml"), Path("main.py")):
    text = path.read_text()
    start = text.find("5")
    if start < 0:
        continue
    new = {"unformatted": "   6", "broken": "6 6", "misplaced": "[]"}.get(mode, "6")
    edit = {"path": str(path), "start": start, "end": start + 1, "before": "5", "after": new}
    reach = [{"module": "", "address": "aws_sqs_queue.jobs", "argument": "delay_seconds"}]
    fix = {
        "impact": "none" if mode == "inert" else "update",
        "reaches": [] if mode == "undeclared" else reach,
        "applied": command == "apply",
        "edits": [edit],
    }
    status = "fixed" if command == "apply" else "available"
    findings.append({"severity": "risk", "status": status, "fixes": [fix]})
    if mode != "unlisted":
        files.append({"path": str(path)})
    if command == "apply" or mode == "writes":
        path.write_text(text[:start] + new + text[start + 1 :])
if mode == "crashes":
    raise SystemError
if mode == "restless":
    Path("log").open("a").write("again")
if mode == "greedy" and command == "apply":
    path = Path("main.tf")
    path.write_text(path.read_text().replace('name          = "jobs"', 'name          = "tasks"'))
if mode == "early":
    errors.append({"path": "main.tf", "line": 1, "column": 1, "message": "strange"})
print(json.dumps({"findings": findings, "files": files, "errors": errors}))
sys.exit(2 if errors and mode != "early" else command == "check" and bool(files))
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "corpus" / "owner+name"
    root.mkdir(parents=True)
    (root / "main.tf").write_text(MODULE)
    (root / "queue.yaml").write_text(TEMPLATE)
    (root / "main.py").write_text("print(5)\n")
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "base"]):
        identity = ["-c", "user.name=x", "-c", "user.email=x@localhost"]
        subprocess.run(["git", *identity, *command], cwd=root, check=True)
    return root


def tried(repository: Path, mode: str, judge: str = "fmt,pygohcl,compile") -> dict[str, set[str]]:
    """Try the stand-in in *mode*; gives the paths that each judge complained of."""
    folder = repository.parent.parent
    tool, report = folder / "tool.py", folder / "report.json"
    tool.write_text(TOOL)
    options = ["--judge", judge, "--report", str(report), "--tool", f"{sys.executable} {tool} {mode}"]
    code = trial_repositories.main([str(repository.parent), *options])
    found: dict[str, set[str]] = {}
    for each in json.loads(report.read_text())["violations"]:
        found.setdefault(each["judge"], set()).add(each["path"])
    assert code == bool(found)
    return found


@needs_terraform
def test_an_honest_tool_passes(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tried(repository, "honest", ",".join(judges.NAMES)) == {}
    said = capsys.readouterr().out
    assert said.startswith("| repository | commit | files |")
    assert "| owner/name |" in said
    assert "| 3 / 3 | 3 / 3 | 1 of 1 | 0 |" in said


@needs_terraform
@pytest.mark.parametrize(
    ("mode", "found"),
    [
        ("crashes", {"crash": {""}}),
        ("writes", {"writes": {""}}),
        ("restless", {"writes": {""}, "second run": {"log"}, "order": {"log"}, "files": {"log"}, "edits": {"log"}}),
        ("unlisted", {"files": {"main.tf", "main.py", "queue.yaml"}, "exit code": {""}}),
        ("unformatted", {"fmt": {"main.tf"}}),
        ("broken", {"fmt": {"main.tf"}, "pygohcl": {"main.tf"}, "compile": {"main.py"}}),
        ("greedy", {"edits": {"main.tf"}}),
        ("early", {"exit code": {""}}),
    ],
)
def test_a_tool_that_errs_is_caught(repository: Path, mode: str, found: dict[str, set[str]]) -> None:
    assert tried(repository, mode) == found


@needs_terraform
@pytest.mark.parametrize(
    ("mode", "judge", "found"),
    [
        ("misplaced", "cfn-lint", {"cfn-lint": {"queue.yaml"}}),
        ("misplaced", "validate", {"validate": {"main.tf"}}),
        ("misplaced", "plan", {"plan": {"."}}),
        ("undeclared", "plan", {"plan": {"."}}),
        ("inert", "plan", {"plan": {"."}}),
        ("greedy", "plan", {"plan": {"."}, "edits": {"main.tf"}}),
    ],
)
def test_a_fix_that_is_wrong_is_caught(repository: Path, mode: str, judge: str, found: dict[str, set[str]]) -> None:
    assert tried(repository, mode, judge) == found


def test_a_declaration_covers_its_parts_in_every_instance() -> None:
    declared = Declared.of("aws_s3_bucket.this", "versioning.enabled")
    assert declared.covers(Declared.of('module.a["x"].module.b.aws_s3_bucket.this[0]', "versioning[0].enabled"))
    assert declared.covers(Declared.of("aws_s3_bucket.this", "versioning"))
    assert not declared.covers(Declared.of("aws_s3_bucket.this", "versioning[0].mfa_delete"))
    assert not declared.covers(Declared.of("aws_s3_bucket.that", "versioning"))


def test_edits_of_several_passes_explain_a_file() -> None:
    edits = [
        {"start": 0, "end": 3, "before": "one", "after": "two"},
        {"start": 0, "end": 3, "before": "two", "after": "three"},
    ]
    assert list(judges.unexplained(b"one\nfour\nfive\n", b"three\nfour\nfive\n", edits)) == []
    assert list(judges.unexplained(b"one\nfour\nfive\n", b"three\nfour\nsix\n", edits)) == [3]


def test_a_template_that_nobody_could_read_before_has_no_new_faults(tmp_path: Path) -> None:
    text = json.dumps({"Resources": {"Topic": {"Type": "AWS::SNS::Topic", "Properties": {"Nothing": 1}}}})
    for name, written in (("before", text.replace('"Type":', '"Type"')), ("after", text)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "t.json").write_text(written)
    assert list(judges.templates(tmp_path / "before", tmp_path / "after", ["t.json"])) == []


def test_what_a_report_masks_is_explained() -> None:
    edits = [
        {"start": 4, "end": 21, "before": "********, ********", "after": "key: ********\nlast: x"},
        {"start": 21, "end": 21, "before": "", "after": "\nlength: 8"},
    ]
    before = b"in: hunter2, hunter33\nout: 1\n"
    assert list(judges.unexplained(before, b"in: key: hunter2\nlast: x\nlength: 8\nout: 1\n", edits)) == []
    assert list(judges.unexplained(before, b"in: key: hunter2\nlast: x\nlength: 8\nout: 2\n", edits)) == [1]


def test_two_arguments_for_one_thing_are_no_difference() -> None:
    found = {("module.a.aws_eip.nat[0]", "vpc"), ("module.a.aws_eip.nat[0]", "domain"), ("aws_eip.nat", "tags")}
    assert undeclared(found, set()) == [("aws_eip.nat", "tags")]


def test_what_was_not_declared_before_is_no_new_complaint(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('resource "aws_kms_key" "there" {}\n')
    said = 'A managed resource "aws_kms_key" "%s" has not been declared in the root module.'
    missing, gone = (
        Diagnostic("error", "Reference to undeclared resource", said % name, "main.tf", 1) for name in ("bar", "there")
    )
    assert judges.was_missing(tmp_path, missing)
    assert not judges.was_missing(tmp_path, gone)


def test_a_call_that_was_not_reached_before_is_no_new_complaint(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('resource "null_resource" "it" {\n  triggers {\n    key = "${guid()}"\n  }\n}\n')
    call = Diagnostic("error", "Call to unknown function", "There is none.", "main.tf", 3, '    key = "${guid()}"')
    worse = Diagnostic("error", "Unsupported block type", 'Blocks of type "triggers" are not expected.', "main.tf", 2)
    assert judges.was_not_reached(tmp_path, call, [worse])
    assert not judges.was_not_reached(tmp_path, call, [])
    new = Diagnostic("error", "Call to unknown function", "There is none.", "main.tf", 3, '    key = "${uid()}"')
    assert not judges.was_not_reached(tmp_path, new, [worse])


def test_a_value_is_made_up_for_an_object() -> None:
    written = "object({ name = string, size = optional(number, 3) tags = map(string) deep = object({ on = bool }) })"
    assert modules.plausible(written) == {"name": "stub", "tags": {}, "deep": {"on": False}}
    assert modules.plausible("object({ pair = tuple([string, bool]) })") is None
    assert modules.plausible("list(string)") == []
