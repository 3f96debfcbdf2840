"""How values are written into Terraform files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hcl_texts import HCL, body_of, component, first, value_of, values, written
from hypothesis import HealthCheck, given, settings

from iacfix.transforms.edits import Replace, Unsayable
from iacfix.transforms.model import (
    Call,
    Conditional,
    Dynamic,
    Entry,
    Index,
    Kind,
    Literal,
    Mapping,
    Opaque,
    Origin,
    Reference,
    Sequence,
    Span,
    Template,
    Value,
    mapping,
    walk,
)

SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
NOWHERE = Origin("main.tf", Span(0, 0))
REGION = Reference(Kind.INPUT, "", "region")


def printed(value: Value) -> str:
    """Return *value* written from nothing."""
    return HCL.print(value, component({"main.tf": ""}), NOWHERE)


def replaced(text: str, change: Callable[[Any], Value]) -> str:
    """Return what the expression *text* becomes when its value is changed."""
    read, resource = first(f'resource "aws_x" "y" {{\n  x = {text}\n}}\n')
    old = resource.get("x")
    assert old is not None
    (splice,) = HCL.splices(Replace(old, change(old)), read)
    whole = read.documents["main.tf"].text
    after = whole[: splice.start] + splice.text + whole[splice.end :]
    assert not component({"main.tf": after}).problems, after
    return after.removeprefix('resource "aws_x" "y" {\n  x = ').removesuffix("\n}\n")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Literal("a"), '"a"'),
        (Literal('${a} %{b} "\\\n\x00'), r'"$${a} %%{b} \"\\\n\u0000"'),
        (Literal("$${a}"), r'"\u0024$${a}"'),
        (Literal(1), "1"),
        (Literal(1.5), "1.5"),
        (Literal(False), "false"),
        (Literal(None), "null"),
        (REGION, "var.region"),
        (Reference(Kind.MODULE, "", "m", (Index(Literal("k")), "out")), 'module.m["k"].out'),
        (Reference(Kind.RESOURCE, "aws_x", "y", (Index(None), "arn")), "aws_x.y[*].arn"),
        (Reference(Kind.BUILTIN, "", "each.key"), "each.key"),
        (Reference(Kind.PROVIDER, "", "aws.west"), "aws.west"),
        (Template((Literal("a-"), REGION)), '"a-${var.region}"'),
        (Template((REGION,)), "var.region"),
        (Template((Literal("$"), REGION)), r'"\u0024${var.region}"'),
        (Sequence((Literal(1), Literal(2))), "[1, 2]"),
        (Sequence(()), "[]"),
        (Sequence((mapping(a=Literal(1)),)), "[{\n  a = 1\n}]"),
        (mapping(), "{}"),
        (Mapping((Entry("a", Literal(1)), Entry("b c", Literal(2)))), '{\n  a     = 1\n  "b c" = 2\n}'),
        (Mapping((Entry(REGION, Literal(1)),)), "{\n  (var.region) = 1\n}"),
        (Mapping((Entry("for", Literal(1)),)), '{\n  "for" = 1\n}'),
        (Call("f", (Literal(1), REGION), expand=True), "f(1, var.region...)"),
        (Call("jsonencode", (mapping(a=Literal(1)),)), "jsonencode({\n  a = 1\n})"),
        (Call("equal", (REGION, Literal(""))), 'var.region == ""'),
        (Call("equal", (Call("equal", (REGION, Literal(1))), Opaque("!a"))), "(var.region == 1) == (!a)"),
        (
            Conditional(Call("equal", (REGION, Literal(""))), Literal(""), Template((Literal("-"), REGION))),
            'var.region == "" ? "" : "-${var.region}"',
        ),
        (Mapping((), block=True), "{}"),
        (Mapping((Entry("a", Literal(1)), Entry("bc", Literal(2))), block=True), "{\n  a  = 1\n  bc = 2\n}"),
    ],
)
def test_what_is_new_is_written_as_fmt_leaves_it(value: Value, text: str) -> None:
    assert printed(value) == text


@pytest.mark.parametrize(
    "value",
    [
        Reference(Kind.CONDITION, "", "IsProd"),
        Reference(Kind.INPUT, "", "two words"),
        Literal(float("nan")),
    ],
)
def test_what_terraform_cannot_say_is_refused(value: Value) -> None:
    with pytest.raises(Unsayable):
        printed(value)


# --------------------------------------------------------------------------------------------------------------------
# Changes


def to_name(old: Reference) -> Reference:
    return old.attribute_is("name")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ('"${var.team}"', '"${var.team}-x"'),
        ('"${lower(var.team)}"', '"${lower(var.team)}-x"'),
        ('"${"${var.team}"}"', '"${var.team}-x"'),
        ('"${"${var.team}/${var.team}"}"', '"${var.team}/${var.team}-x"'),
    ],
)
def test_a_string_that_is_a_hole_becomes_a_hole(text: str, after: str) -> None:
    def longer(old: Value) -> Value:
        return Template((*(old.parts if isinstance(old, Template) else (old,)), Literal("-x"))).in_place_of(old)

    assert replaced(text, longer) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("aws_iam_role.a.arn", "aws_iam_role.a.name"),
        ('"${aws_iam_role.a.arn}"', '"${aws_iam_role.a.name}"'),
        ('"${ aws_iam_role.a[ 0 ].arn }"', '"${ aws_iam_role.a[ 0 ].name }"'),
        ("(aws_iam_role.a[each.key].arn)", "(aws_iam_role.a[each.key].name)"),
        ("aws_iam_role.a.*.arn", "aws_iam_role.a.*.name"),
        ("aws_iam_role.a[*].arn /* why */", "aws_iam_role.a[*].name /* why */"),
    ],
)
def test_a_changed_attribute_keeps_the_rest_of_a_reference(before: str, after: str) -> None:
    assert replaced(before, to_name) == after


def suffixed(old: Literal | Template) -> Template:
    parts = old.parts if isinstance(old, Template) else (old,)
    return Template((*parts, REGION)).in_place_of(old)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"a\\u00e9"', '"a\\u00e9${var.region}"'),
        ('"a$"', '"a\\u0024${var.region}"'),
        ('"${ var.a }-b"', '"${ var.a }-b${var.region}"'),
        ('"${var.a}-\\"b\\""', '"${var.a}-\\"b\\"${var.region}"'),
        ('(\n  # why\n  "a"\n)', '(\n  # why\n  "a${var.region}"\n)'),
    ],
)
def test_a_string_keeps_its_raw_parts(before: str, after: str) -> None:
    assert replaced(before, suffixed) == after


def test_a_heredoc_stays_one() -> None:
    def change(old: Template) -> Template:
        first_, *others = old.parts
        assert isinstance(first_, Literal)
        return old.but(parts=(first_.but(value="one\n\ntwo "), *others))

    before = "<<-EOT\n    a ${ var.a }\n      c $${d}\n  EOT"
    assert replaced(before, change) == "<<-EOT\n    one\n\n    two ${ var.a }\n      c $${d}\n  EOT"


def test_a_heredoc_that_loses_its_last_line_end_is_quoted() -> None:
    assert replaced("<<EOT\na\nEOT", lambda old: old.but(value="b")) == '"b"'
    assert replaced("<<EOT\na\nEOT", lambda old: old.but(value="b\n")) == "<<EOT\nb\nEOT"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"${var.a}-b\\n"', '"${var.a}\\"c\\""'),
        ('"-b${var.a}"', '"\\"c\\"${var.a}"'),
        ("<<EOT\nb ${var.a}\nEOT", '<<EOT\n"c"${var.a}\nEOT'),
    ],
)
def test_text_between_holes_is_escaped_as_its_string_wants(before: str, after: str) -> None:
    read, resource = first(f'resource "aws_x" "y" {{\n  x = {before}\n}}\n')
    whole = resource.get("x")
    assert isinstance(whole, Template)
    old = next(part for part in whole.parts if isinstance(part, Literal))
    (splice,) = HCL.splices(Replace(old, Literal('"c"')), read)
    text = read.documents["main.tf"].text
    assert f"  x = {after}\n" in text[: splice.start] + splice.text + text[splice.end :]


def test_a_hole_comes_into_the_text_between_holes() -> None:
    read, resource = first('resource "aws_x" "y" {\n  x = "${var.a}-b-${var.c}"\n}\n')
    whole = resource.get("x")
    assert isinstance(whole, Template)
    (splice,) = HCL.splices(Replace(whole.parts[1], Template((Literal("-$"), REGION, Literal("-")))), read)
    text = read.documents["main.tf"].text
    after = text[: splice.start] + splice.text + text[splice.end :]
    assert 'x = "${var.a}-\\u0024${var.region}-${var.c}"' in after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('["a", "b"]', '["a", "b", "new"]'),
        ('[\n    "a", # one\n    "b" # two\n  ]', '[\n    "a", # one\n    "b", # two\n    "new"\n  ]'),
        ('[\n    "a",\n    "b",\n  ]', '[\n    "a",\n    "b",\n    "new",\n  ]'),
        ("[]", '["new"]'),
    ],
)
def test_a_longer_list_keeps_its_layout(before: str, after: str) -> None:
    assert replaced(before, lambda old: old.but(items=(*old.items, Literal("new")))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('["a", "b", "c"]', '["a", "c"]'),
        ('[\n    "a",\n    "b", # two\n    # three\n    "c",\n  ]', '[\n    "a",\n    # three\n    "c",\n  ]'),
    ],
)
def test_a_shorter_list_keeps_its_layout(before: str, after: str) -> None:
    assert replaced(before, lambda old: old.but(items=(old.items[0], old.items[2]))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{ a = 1, b = 2 }", "{ a = 10, new = true }"),
        ("{\n    # one\n    a = 1 # why\n    b = 2\n  }", "{\n    # one\n    a = 10 # why\n    new = true\n  }"),
        ("{\n    a : 1,\n    b : 2,\n  }", "{\n    a : 10,\n    new : true,\n  }"),
    ],
)
def test_a_changed_object_keeps_its_layout(before: str, after: str) -> None:
    def change(old: Mapping) -> Mapping:
        a, _ = old.entries
        return old.but(entries=(replace(a, value=a.value.but(value=10), origin=None), Entry("new", Literal(True))))

    assert replaced(before, change) == after


def test_a_change_deep_inside_moves_nothing_else() -> None:
    before = 'jsonencode({\n    Statement = [\n      { Action = "*", # all\n        Resource : "*" }\n    ]\n  })'

    def change(old: Call) -> Call:
        (policy,) = old.arguments
        assert isinstance(policy, Mapping)
        statements = policy.entries[0].value
        assert isinstance(statements, Sequence)
        (statement,) = statements.items
        assert isinstance(statement, Mapping)
        action, resource = statement.entries
        tighter = statement.but(entries=(replace(action, value=action.value.but(value="s3:Get")), resource))
        listed = statements.but(items=(tighter,))
        return old.but(arguments=(policy.but(entries=(replace(policy.entries[0], value=listed),)),))

    assert replaced(before, change) == before.replace('Action = "*"', 'Action = "s3:Get"')


def test_a_value_is_copied_from_where_it_was_read() -> None:
    read, resource = first('resource "aws_x" "y" {\n  a = [ 1,2 ]\n  b = 3\n}\n')
    old, new = resource.get("b"), resource.get("a")
    assert old is not None
    assert new is not None
    (splice,) = HCL.splices(Replace(old, new), read)
    assert splice.text == "[ 1,2 ]"


# --------------------------------------------------------------------------------------------------------------------
# Laws


def again(value: Value, text: str) -> Value:
    """Read *text* where *value* could stand."""
    match value:
        case Dynamic():
            read = body_of(f'dynamic "setting" {text}').get("setting")
        case Mapping(block=True):
            labels = "".join(f'"{label}" ' for label in value.labels)
            read = body_of(f"x {labels}{text}").get("x")
        case _:
            read = value_of(text)
    assert read is not None
    return read


@SLOW
@given(values())
def test_what_is_printed_reads_as_what_was_meant(value: Value) -> None:
    assert again(value, printed(value)) == value


@SLOW
@given(written())
def test_values_are_copied_and_printed_by_the_laws(drawn: tuple[str, tuple[Entry, ...]]) -> None:
    read, resource = first(drawn[0])
    for _, value in walk(resource.body):
        assert value.origin is not None
        assert HCL.print(value, read, value.origin) == read.source(value.origin)
        assert again(value, HCL.print(value.detached(), read, value.origin)) == value
        if not isinstance(value, Literal | Call):
            assert HCL.print(value.but(), read, value.origin) == read.source(value.origin)
