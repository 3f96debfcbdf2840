"""What edits do to Terraform files: what they say, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hcl_texts import HCL, edited, first, is_legal, values, written
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from iacfix.transforms.edits import (
    AddImport,
    Assign,
    CreateFile,
    DeclareInput,
    DeclareLocal,
    Edit,
    InsertArgument,
    InsertItem,
    InsertResource,
    RemoveArgument,
    RemoveItem,
    RemoveResource,
    RenameArgument,
    Replace,
    RequireProvider,
    Unsayable,
)
from iacfix.transforms.languages.hcl import HclComponent
from iacfix.transforms.model import (
    Document,
    Entry,
    Kind,
    Literal,
    Module,
    Reference,
    Resource,
    Sequence,
    Value,
    mapping,
)
from iacfix.transforms.model import Mapping as Values

SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

QUEUE = """\
# The queue.
resource "aws_sqs_queue" "a" {
  name = "n" # keep
  tags = {
    A = 1
  }
  list = ["a", "b"]

  redrive {
    x = 1
  }
}
"""


def main(read: HclComponent) -> Module:
    return read.modules[0]


def queue(read: HclComponent) -> Resource:
    return read.modules[0].resources[0]


def changed(edit: Callable[[HclComponent], Edit], text: str = QUEUE) -> str:
    """Return *text* after *edit*, and see that line endings would not matter."""
    after = edited({"main.tf": text}, edit)["main.tf"]
    crlf = edited({"main.tf": text.replace("\n", "\r\n")}, edit)["main.tf"]
    assert crlf == after.replace("\n", "\r\n")
    assert is_legal(after), after
    return after


def block(**entries: Value) -> Values:
    return Values(tuple(Entry(name, value) for name, value in entries.items()), block=True)


# --------------------------------------------------------------------------------------------------------------------
# Arguments


@pytest.mark.parametrize(
    ("name", "value", "after", "old", "new"),
    [
        ("kms", Literal("k"), "name", '"n" # keep\n', '"n" # keep\n  kms  = "k"\n'),
        ("kms_key_id", Literal("k"), "", '"b"]\n', '"b"]\n  kms_key_id = "k"\n'),
        ("kms", Literal("k"), "list", '"b"]\n', '"b"]\n  kms  = "k"\n'),
        ("redrive", block(x=Literal(2)), "", "    x = 1\n  }\n", "    x = 1\n  }\n\n  redrive {\n    x = 2\n  }\n"),
        ("policy", block(), "", "    x = 1\n  }\n", "    x = 1\n  }\n\n  policy {}\n"),
        ("count", Literal(2), "", "{\n  name", "{\n  count = 2\n\n  name"),
        (
            "depends_on",
            Sequence((Reference(Kind.MODULE, "", "m"),)),
            "",
            "    x = 1\n  }\n",
            "    x = 1\n  }\n\n  depends_on = [module.m]\n",
        ),
    ],
)
def test_an_argument_is_written_where_a_person_would(name: str, value: Value, after: str, old: str, new: str) -> None:
    result = changed(lambda read: InsertArgument(queue(read), queue(read).body, name, value, after))
    assert result == QUEUE.replace(old, new)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{}", "{\n  b = 2\n}"),
        ("{ a = 1 }", "{\n  a = 1\n  b = 2\n}"),
        ("{\n}", "{\n  b = 2\n}"),
        ("{\n  # only this\n}", "{\n  b = 2\n  # only this\n}"),
        ("{\n\ta   = 1\n\tlong = 2\n}", "{\n\ta   = 1\n\tlong = 2\n\tb    = 2\n}"),
        ("{\n  a = <<EOT\nx\nEOT\n}", "{\n  a = <<EOT\nx\nEOT\n  b = 2\n}"),
    ],
)
def test_a_block_of_any_layout_takes_one_more(body: str, expected: str) -> None:
    text = f'resource "aws_x" "y" {body}\n'
    result = changed(lambda read: InsertArgument(queue(read), queue(read).body, "b", Literal(2)), text)
    assert result == f'resource "aws_x" "y" {expected}\n'


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("{ A = 1 }", "{ A = 1, Bee = 2 }"),
        ("{}", "{ Bee = 2 }"),
        ("{\n    Long = 1\n  }", "{\n    Long = 1\n    Bee  = 2\n  }"),
        ("{\n    A = 1,\n  }", "{\n    A = 1,\n    Bee = 2,\n  }"),
        ('{\n    "A" : 1, # c\n    "B" : 2\n  }', '{\n    "A" : 1, # c\n    "B" : 2,\n    Bee : 2\n  }'),
    ],
)
def test_an_object_of_any_layout_takes_one_more(tags: str, expected: str) -> None:
    text = f'resource "aws_x" "y" {{\n  tags = {tags}\n}}\n'

    def insert(read: HclComponent) -> Edit:
        into = queue(read).get("tags")
        assert isinstance(into, Values)
        return InsertArgument(queue(read), into, "Bee", Literal(2))

    assert changed(insert, text) == f'resource "aws_x" "y" {{\n  tags = {expected}\n}}\n'


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("name", '  name = "n" # keep\n', ""),
        ("tags", "  tags = {\n    A = 1\n  }\n", ""),
        ("redrive", "\n  redrive {\n    x = 1\n  }\n", ""),
    ],
)
def test_an_argument_goes_with_its_line_and_comment(name: str, old: str, new: str) -> None:
    def remove(read: HclComponent) -> Edit:
        entry = queue(read).body.entry(name)
        assert entry is not None
        return RemoveArgument(queue(read), queue(read).body, entry)

    assert changed(remove) == QUEUE.replace(old, new)


@pytest.mark.parametrize(
    ("name", "old", "new"), [("name", '  name = "n"', '  title = "n"'), ("redrive", "redrive {", "title {")]
)
def test_an_argument_is_renamed(name: str, old: str, new: str) -> None:
    def rename(read: HclComponent) -> Edit:
        entry = queue(read).body.entry(name)
        assert entry is not None
        return RenameArgument(queue(read), queue(read).body, entry, "title")

    assert changed(rename) == QUEUE.replace(old, new)


@pytest.mark.parametrize(
    ("index", "expected"), [(0, '["z", "a", "b"]'), (1, '["a", "z", "b"]'), (2, '["a", "b", "z"]')]
)
def test_an_item_is_written_between_others(index: int, expected: str) -> None:
    def insert(read: HclComponent) -> Edit:
        items = queue(read).get("list")
        assert isinstance(items, Sequence)
        return InsertItem(items, index, Literal("z"))

    assert changed(insert) == QUEUE.replace('["a", "b"]', expected)


def test_an_item_behind_a_heredoc_leaves_its_closing_word_alone() -> None:
    text = 'resource "aws_x" "y" {\n  list = [\n    <<-EOT\n      a\n    EOT\n  ]\n}\n'

    def insert(read: HclComponent) -> Edit:
        items = queue(read).get("list")
        assert isinstance(items, Sequence)
        return InsertItem(items, 1, Literal("z"))

    after = edited({"main.tf": text}, insert)["main.tf"]
    assert after == text.replace("    EOT\n", '    EOT\n    ,\n    "z"\n')
    assert first(after)[1].get("list") == Sequence((Literal("a\n"), Literal("z")))


@pytest.mark.parametrize(("index", "expected"), [(0, '["b"]'), (1, '["a"]')])
def test_an_item_goes_with_its_comma(index: int, expected: str) -> None:
    def remove(read: HclComponent) -> Edit:
        items = queue(read).get("list")
        assert isinstance(items, Sequence)
        return RemoveItem(items, index)

    assert changed(remove) == QUEUE.replace('["a", "b"]', expected)


# --------------------------------------------------------------------------------------------------------------------
# Declarations

SUFFIX = """\
variable "suffix" {
  description = "Of names."
  type        = string
  default     = ""
}
"""


def declare(read: HclComponent) -> Edit:
    return DeclareInput(main(read), "suffix", "string", Literal(""), "Of names.")


def local(read: HclComponent) -> Edit:
    return DeclareLocal(main(read), "suffix", Literal("x"))


def provider(read: HclComponent) -> Edit:
    return RequireProvider(main(read), "archive", "hashicorp/archive", "~> 2.0")


@pytest.mark.parametrize(
    ("files", "path", "expected"),
    [
        ({"main.tf": QUEUE}, "variables.tf", SUFFIX),
        ({"main.tf": QUEUE, "variables.tf": 'variable "a" {}\n'}, "variables.tf", f'variable "a" {{}}\n\n{SUFFIX}'),
        ({"main.tf": QUEUE, "variables.tf": 'variable "a" {}'}, "variables.tf", f'variable "a" {{}}\n\n{SUFFIX[:-1]}'),
        ({"main.tf": QUEUE, "variables.tf": "# none yet\n"}, "variables.tf", f"# none yet\n\n{SUFFIX}"),
        ({"main.tf": QUEUE, "variables.tf": ""}, "variables.tf", SUFFIX),
        (
            {"main.tf": f'variable "a" {{}}\n\n{QUEUE}', "more.tf": ""},
            "main.tf",
            f'variable "a" {{}}\n\n{SUFFIX}\n{QUEUE}',
        ),
    ],
)
def test_an_input_is_declared_beside_the_others(files: Mapping[str, str], path: str, expected: str) -> None:
    assert edited(files, declare) == {**files, path: expected}


@pytest.mark.parametrize(
    "files", [{"main.tf": 'variable "suffix" {}\n'}, {"main.tf": QUEUE, "v.tf.json": '{"variable": {"suffix": {}}}'}]
)
def test_an_input_that_is_there_is_not_declared_again(files: Mapping[str, str]) -> None:
    assert edited(files, declare) == files


@pytest.mark.parametrize(
    ("files", "path", "expected"),
    [
        ({"main.tf": "locals {\n  ab = 1\n}\n"}, "main.tf", 'locals {\n  ab = 1\n  suffix = "x"\n}\n'),
        ({"main.tf": "locals {\n  longer = 1\n}\n"}, "main.tf", 'locals {\n  longer = 1\n  suffix = "x"\n}\n'),
        ({"main.tf": "locals {}\n"}, "main.tf", 'locals {\n  suffix = "x"\n}\n'),
        ({"main.tf": QUEUE}, "main.tf", f'{QUEUE}\nlocals {{\n  suffix = "x"\n}}\n'),
        ({"main.tf": QUEUE, "locals.tf": ""}, "locals.tf", 'locals {\n  suffix = "x"\n}\n'),
        (
            {"main.tf": QUEUE, "variables.tf": 'variable "a" {}\n'},
            "variables.tf",
            'variable "a" {}\n\nlocals {\n  suffix = "x"\n}\n',
        ),
    ],
)
def test_a_local_is_declared_with_the_others(files: Mapping[str, str], path: str, expected: str) -> None:
    assert edited(files, local) == {**files, path: expected}


def test_locals_stand_behind_inputs() -> None:
    after = edited({"variables.tf": 'variable "a" {}\n'}, local, declare)
    assert after == {"variables.tf": f'variable "a" {{}}\n\n{SUFFIX}\nlocals {{\n  suffix = "x"\n}}\n'}


REQUIRED = """\
terraform {
  required_providers {
    archive = {
      source  = "hashicorp/archive"
      version = "~> 2.0"
    }
  }
}
"""


@pytest.mark.parametrize(
    ("files", "path", "expected"),
    [
        ({"a.tf": QUEUE}, "versions.tf", REQUIRED),
        ({"main.tf": f"# Copyright\n\n{QUEUE}"}, "main.tf", f"# Copyright\n\n{REQUIRED}\n{QUEUE}"),
        (
            {"main.tf": 'terraform {\n  required_version = ">= 1"\n}\n'},
            "main.tf",
            REQUIRED.replace("terraform {\n", 'terraform {\n  required_version = ">= 1"\n\n'),
        ),
        (
            {"main.tf": 'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws" }\n  }\n}\n'},
            "main.tf",
            REQUIRED.replace("    }\n  }", '    }\n    aws = { source = "hashicorp/aws" }\n  }'),
        ),
        ({"main.tf": REQUIRED}, "main.tf", REQUIRED),
    ],
)
def test_a_provider_is_required_once(files: Mapping[str, str], path: str, expected: str) -> None:
    assert edited(files, provider) == {**files, path: expected}


def test_a_resource_is_written_behind_its_like() -> None:
    def insert(read: HclComponent) -> Edit:
        body = mapping(name=Literal("b"), arn=queue(read).reference("arn"))
        return InsertResource(
            main(read), Resource(Kind.RESOURCE, "aws_sqs_queue", "b", (body, mapping(count=Literal(1))))
        )

    new = 'resource "aws_sqs_queue" "b" {\n  count = 1\n\n  name = "b"\n  arn  = aws_sqs_queue.a.arn\n}\n'
    assert changed(insert, f'{QUEUE}\nresource "aws_x" "y" {{}}\n') == f'{QUEUE}\n{new}\nresource "aws_x" "y" {{}}\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [("", ""), ('variable "a" {}\n\n', 'variable "a" {}\n'), ("# Copyright\n\n", "# Copyright\n")],
)
def test_a_resource_goes_with_its_comment(before: str, after: str) -> None:
    def remove(read: HclComponent) -> Edit:
        found = main(read).find(Kind.RESOURCE, "aws_sqs_queue", "a")
        assert found is not None
        return RemoveResource(main(read), found)

    assert changed(remove, before + QUEUE) == after
    rest = 'output "o" {}\n'
    assert changed(remove, f"{before}{QUEUE}\n{rest}") == f"{before}{rest}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("locals {\n  a = 1\n  b = 2\n}\n", "locals {\n  b = 2\n}\n"),
        ("locals {\n  a = 1\n}\n\nlocals {\n  b = 2\n}\n", "locals {\n  b = 2\n}\n"),
    ],
)
def test_a_local_goes_and_the_block_with_the_last(before: str, after: str) -> None:
    assert changed(lambda read: RemoveResource(main(read), queue(read)), before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("region = 1\n", "region = 1\nx      = true\n"),
        ("region = 1", "region = 1\nx      = true"),
        ("x = [\n]\n", "x = true\n"),
        ("", "x = true\n"),
    ],
)
def test_a_variable_file_assigns(before: str, after: str) -> None:
    files = {"main.tf": QUEUE, "dev.tfvars": before}
    assert edited(files, lambda _: Assign("dev.tfvars", "x", Literal(True)))["dev.tfvars"] == after


def test_a_file_is_created_once() -> None:
    assert edited({}, lambda _: CreateFile("a.txt", "x\n")) == {"a.txt": "x\n"}
    with pytest.raises(Unsayable):
        edited({"main.tf": ""}, lambda _: CreateFile("main.tf", "x\n"))


@pytest.mark.parametrize("path", ["override.tf", "a_override.tf", "main.tf.json"])
def test_what_is_only_read_is_not_edited(path: str) -> None:
    text = '{"resource": {"aws_x": {"y": {}}}}' if path.endswith("json") else 'resource "aws_x" "y" {}\n'
    with pytest.raises(Unsayable):
        edited({path: text}, lambda read: InsertArgument(queue(read), queue(read).body, "a", Literal(1)))


def test_imports_are_not_said() -> None:
    with pytest.raises(Unsayable, match="no imports"):
        edited({"main.tf": ""}, lambda _: AddImport("main.tf", "os"))


def test_confirmation_names_what_is_new() -> None:
    before = Document("main.tf", "a = 1\n", "hcl")
    found = HCL.confirm(before, before.but("a = 1\nb = \n"), [(6, 10)])
    assert found is not None
    assert before.but("a = 1\nb = \n").position(found.origin.span.start).line == 2
    assert HCL.confirm(before, before.but("a = 2\n"), [(4, 5)]) is None
    assert HCL.confirm(before.but("a ="), before.but("a ="), []) is None


def test_comments_are_found() -> None:
    document = Document("main.tf", 'é = 1 # é\n/* b */\nc = "# no" // d\n', "hcl")
    assert [document.text[slice(*span)] for span in HCL.comments(document)] == ["# é", "/* b */", "// d"]


def test_what_was_formatted_stays_so() -> None:
    before = Document("main.tf", "a = 1\n", "hcl")
    assert HCL.tidy(before, before.but("a = 1\nbc = 2\n")).text == "a  = 1\nbc = 2\n"
    assert HCL.tidy(before.but("a=1\n"), before.but("a=1\nbc = 2\n")).text == "a=1\nbc = 2\n"


# --------------------------------------------------------------------------------------------------------------------
# Laws


@SLOW
@given(written(), values())
def test_an_inserted_argument_is_all_that_is_new(drawn: tuple[str, tuple[Entry, ...]], value: Value) -> None:
    after = edited(
        {"main.tf": drawn[0]}, lambda read: InsertArgument(queue(read), queue(read).body, "brand_new", value)
    )
    entries = first(after["main.tf"])[1].body.entries
    assert [entry for entry in entries if entry.name != "brand_new"] == list(drawn[1])
    assert [entry.value for entry in entries if entry.name == "brand_new"] == [value]


@SLOW
@given(written(), st.data())
def test_a_removed_argument_is_all_that_is_gone(drawn: tuple[str, tuple[Entry, ...]], data: st.DataObject) -> None:
    assume(drawn[1])
    index = data.draw(st.integers(0, len(drawn[1]) - 1))
    after = edited(
        {"main.tf": drawn[0]},
        lambda read: RemoveArgument(queue(read), queue(read).body, queue(read).body.entries[index]),
    )
    assert first(after["main.tf"])[1].body.entries == drawn[1][:index] + drawn[1][index + 1 :]


@SLOW
@given(written(), values(), st.data())
def test_a_replaced_value_is_all_that_changed(
    drawn: tuple[str, tuple[Entry, ...]], value: Value, data: st.DataObject
) -> None:
    at = [
        i
        for i, e in enumerate(drawn[1])
        if isinstance(e.key, str) and not getattr(e.value, "block", e.name == "setting")
    ]
    assume(at)
    index = data.draw(st.sampled_from(at))
    after = edited({"main.tf": drawn[0]}, lambda read: Replace(queue(read).body.entries[index].value, value))
    entries = first(after["main.tf"])[1].body.entries
    assert entries[index].value == value
    assert entries[:index] + entries[index + 1 :] == drawn[1][:index] + drawn[1][index + 1 :]


@pytest.mark.skipif(shutil.which("terraform") is None, reason="terraform is not on PATH: nothing judged the layout")
def test_terraform_finds_nothing_to_format(tmp_path: Path) -> None:
    aligned = QUEUE.replace("# The queue.", "# One.")
    files = {"main.tf": aligned, "variables.tf": 'variable "a" {}\n'}
    edits: list[Callable[[HclComponent], Edit]] = [
        declare,
        local,
        provider,
        lambda read: InsertArgument(queue(read), queue(read).body, "kms_key_id", Literal("k"), after="name"),
        lambda read: InsertArgument(queue(read), queue(read).body, "redrive", block(x=Literal(1), long=Literal(2))),
        lambda read: InsertArgument(queue(read), queue(read).meta, "lifecycle", block(prevent_destroy=Literal(True))),
    ]
    for number, edit in enumerate(edits):
        folder = tmp_path / str(number)
        folder.mkdir()
        for path, text in edited(files, edit).items():
            before = Document(path, files.get(path, ""), "hcl")
            (folder / path).write_text(HCL.tidy(before, before.but(text)).text)
    run = subprocess.run(
        ["terraform", "fmt", "-check", "-recursive", "-diff", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
