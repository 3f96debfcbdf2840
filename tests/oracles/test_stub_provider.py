from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.oracles.schemas import schemas
from tests.oracles.terraform import Failure, Terraform, Unknown, differences, needs_terraform, terraform

pytestmark = needs_terraform

TYPES = {
    "aws_iam_policy_document",
    "aws_iam_role",
    "aws_iam_role_policy_attachment",
    "aws_s3_bucket",
    "aws_sqs_queue",
    "aws_sqs_queue_policy",
    "aws_subnet",
    "aws_vpc",
    "random_pet",
}

MODULE = """\
terraform {
  backend "s3" {}
}

variable "project" {
  type    = string
  default = "demo"
}

resource "random_pet" "this" {}

resource "aws_sqs_queue" "jobs" {
  name                    = "demo-jobs"
  sqs_managed_sse_enabled = false
}

resource "aws_iam_role" "worker" {
  name               = "worker"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy_attachment" "worker" {
  role       = aws_iam_role.worker.arn
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

data "aws_iam_policy_document" "jobs" {
  statement {
    actions   = ["sqs:*"]
    resources = ["*"]
  }
}

resource "aws_sqs_queue_policy" "jobs" {
  queue_url = aws_sqs_queue.jobs.id
  policy    = data.aws_iam_policy_document.jobs.json
}

output "queue" {
  value = aws_sqs_queue.jobs.name
}
"""


@pytest.fixture(scope="module")
def stubbed() -> Iterator[Terraform]:
    with terraform(schemas(types=TYPES)) as stubbed:
        yield stubbed


def write(folder: Path, text: str, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "main.tf").write_text(text)
    for name, body in files.items():
        (folder / f"{name}.tf").write_text(body)
    return folder


def changed(stubbed: Terraform, folder: Path, old: str, new: str) -> set[tuple[str, str]]:
    before = stubbed.plan(write(folder, MODULE))
    assert old in MODULE
    return differences(before, stubbed.plan(write(folder, MODULE.replace(old, new))))


def test_a_sound_module_has_no_diagnostic(stubbed: Terraform, tmp_path: Path) -> None:
    assert stubbed.validate(write(tmp_path, MODULE)) == []


@pytest.mark.parametrize(
    ("wrong", "summary"),
    [
        ('resource "aws_sqs_queue" "x" {\n  nmae = "x"\n}', "Unsupported argument"),
        ('resource "aws_sqs_queue" "x" {\n  delay_seconds = []\n}', "Incorrect attribute value type"),
        ('resource "aws_sqs_queue" "x" {\n  arn = "x"\n}', "Value for unconfigurable attribute"),
        ('resource "aws_iam_role" "x" {}', "Missing required argument"),
        ('resource "aws_sqs_queue" "x" {\n  rules {}\n}', "Unsupported block type"),
        ('resource "aws_squeue" "x" {}', "Invalid resource type"),
        ("output x {\n  value = aws_sqs_queue.jobs.nmae\n}", "Unsupported attribute"),
        ("output x {\n  value = aws_sqs_queue.other.arn\n}", "Reference to undeclared resource"),
    ],
)
def test_a_wrong_line_is_named(stubbed: Terraform, tmp_path: Path, wrong: str, summary: str) -> None:
    [found] = stubbed.validate(write(tmp_path, MODULE, wrong=f"\n{wrong}\n"))
    assert (found.summary, found.path) == (summary, "wrong.tf")
    assert found.line >= 2


def test_a_plan_has_every_value_that_is_known(stubbed: Terraform, tmp_path: Path) -> None:
    plan = stubbed.plan(write(tmp_path, MODULE))
    queue = plan.resources["aws_sqs_queue.jobs"]
    assert queue["name"] == "demo-jobs"
    assert queue["arn"] == Unknown()
    assert plan.resources["data.aws_iam_policy_document.jobs"]["statement"][0]["actions"] == ["sqs:*"]
    assert plan.outputs == {"queue": "demo-jobs"}


def test_a_plan_writes_nothing(stubbed: Terraform, tmp_path: Path) -> None:
    stubbed.plan(write(tmp_path, MODULE))
    assert [path.name for path in tmp_path.iterdir()] == ["main.tf"]


def test_a_module_that_does_not_plan_says_why(stubbed: Terraform, tmp_path: Path) -> None:
    with pytest.raises(Failure, match="No value for required variable"):
        stubbed.plan(write(tmp_path, MODULE, more='variable "needed" {}\n'))


def test_variables_can_be_given(stubbed: Terraform, tmp_path: Path) -> None:
    more = 'variable "needed" {}\noutput "it" {\n  value = var.needed\n}\n'
    assert stubbed.plan(write(tmp_path, MODULE, more=more), variables={"needed": "x"}).outputs["it"] == "x"


def test_child_modules_are_found_in_the_project(stubbed: Terraform, tmp_path: Path) -> None:
    write(tmp_path / "queue", 'resource "aws_sqs_queue" "this" {\n  name = "inner"\n}\n')
    root = write(tmp_path / "live", 'module "queue" {\n  source = "../queue"\n}\n')
    plan = stubbed.plan(root, project=tmp_path)
    assert plan.resources["module.queue.aws_sqs_queue.this"]["name"] == "inner"


def test_one_flipped_switch_is_one_difference(stubbed: Terraform, tmp_path: Path) -> None:
    flip = changed(stubbed, tmp_path, "sqs_managed_sse_enabled = false", "sqs_managed_sse_enabled = true")
    assert flip == {("aws_sqs_queue.jobs", "sqs_managed_sse_enabled")}


def test_a_renamed_queue_is_seen_where_its_name_is_used(stubbed: Terraform, tmp_path: Path) -> None:
    rename = changed(stubbed, tmp_path, '"demo-jobs"', '"jobs"')
    assert rename == {("aws_sqs_queue.jobs", "name"), ("output.queue", "value")}


def test_parameterising_is_no_difference(stubbed: Terraform, tmp_path: Path) -> None:
    assert changed(stubbed, tmp_path, '"demo-jobs"', '"${var.project}-jobs"') == set()


def test_another_unknown_value_is_a_difference(stubbed: Terraform, tmp_path: Path) -> None:
    arn, unique = "role       = aws_iam_role.worker.arn", "role       = aws_iam_role.worker.unique_id"
    assert changed(stubbed, tmp_path, arn, unique) == {("aws_iam_role_policy_attachment.worker", "role")}


def test_a_statement_reaches_the_policy_that_uses_it(stubbed: Terraform, tmp_path: Path) -> None:
    assert changed(stubbed, tmp_path, '"sqs:*"', '"sqs:SendMessage"') == {
        ("aws_sqs_queue_policy.jobs", "policy"),
        ("data.aws_iam_policy_document.jobs", "json"),
        ("data.aws_iam_policy_document.jobs", "statement[0].actions[0]"),
    }


def test_a_removed_resource_is_a_difference(stubbed: Terraform, tmp_path: Path) -> None:
    assert changed(stubbed, tmp_path, 'resource "random_pet" "this" {}\n', "") == {("random_pet.this", "")}


@pytest.mark.parametrize("major", [5, 6])
def test_every_schema_is_one_that_terraform_takes(tmp_path: Path, major: int) -> None:
    with terraform(schemas(major)) as whole:
        assert whole.validate(write(tmp_path, MODULE)) == []
