from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iacfix.transforms.languages.hcl.fmt import format_fragment, format_text, is_formatted
from iacfix.transforms.languages.hcl.graphemes import width
from iacfix.transforms.languages.hcl.tokens import tokenize

needs_terraform = pytest.mark.skipif(
    shutil.which("terraform") is None, reason="terraform is not on PATH: nothing judged the layout"
)

CHANGED = {
    "one_blank_around_equals": ("x=1\n", "x = 1\n"),
    "tabs_go": ("a {\n\tx\t=\t1\n}\n", "a {\n  x = 1\n}\n"),
    "equals_line_up_in_a_run": ("a = 1\nbbb = 2\n", "a   = 1\nbbb = 2\n"),
    "an_empty_line_ends_a_run": ("a = 1\n\nbbb = 2\n", "a = 1\n\nbbb = 2\n"),
    "a_comment_line_ends_a_run": ("a = 1\n# c\nbbb = 2\n", "a = 1\n# c\nbbb = 2\n"),
    "an_open_bracket_ends_a_run": ("a = 1\nbbb = [\n1]\ncc = 2\n", "a = 1\nbbb = [\n1]\ncc = 2\n"),
    "a_heredoc_is_one_line_of_a_run": ("a = <<E\n x\nE\nbbb = 2\n", "a   = <<E\n x\nE\nbbb = 2\n"),
    "comments_line_up": ("a = 1 # x\nbbb = 222   // y\n", "a   = 1   # x\nbbb = 222 // y\n"),
    "a_line_without_a_comment_ends_their_run": ("a = 111 # x\nb = 2\nc = 3 # y\n", "a = 111 # x\nb = 2\nc = 3 # y\n"),
    "comments_keep_their_text": ("#x  \n//  y\n/* z\n  z */\n", "#x  \n//  y\n/* z\n  z */\n"),
    "nested_blocks_are_indented": ("a {\nb {\nc = 1\n}\n}\n", "a {\n  b {\n    c = 1\n  }\n}\n"),
    "brackets_that_open_together_indent_once": ("a = f({\nb = 1\n})\n", "a = f({\n  b = 1\n})\n"),
    "brackets_that_close_apart_dedent_with_the_last": ("a = f([\n1\n]\n)\n", "a = f([\n  1\n  ]\n)\n"),
    "lists": ("a = [ 1 ,2,3 , ]\n", "a = [1, 2, 3, ]\n"),
    "objects": ("a = {b=1,c : 2}\n", "a = { b = 1, c : 2 }\n"),
    "empty_brackets": ("a = { }\nb = [ ]\nc { }\n", "a = {}\nb = []\nc {}\n"),
    "one_line_blocks": ("a {b=1}\n", "a { b = 1 }\n"),
    "calls": ("a = f ( b , c ... )\n", "a = f(b, c...)\n"),
    "functions_of_providers": ("a = provider :: x :: f (1)\n", "a = provider::x::f(1)\n"),
    "operators": ("a = b+c*-d==e&&!f\n", "a = b + c * -d == e && !f\n"),
    "minus_after_an_arrow_is_taken_for_a_difference": (
        "a = { for k in b : k => -1 }\n",
        "a = { for k in b : k => - 1 }\n",
    ),
    "conditionals": ("a = b?c:d\n", "a = b ? c : d\n"),
    "steps": ("a = b . c [ 0 ] . d [ * ] . e\n", "a = b.c[0].d[*].e\n"),
    "in_before_a_list": ("a = [for x in[b]:x if x!=1]\n", "a = [for x in [b] : x if x != 1]\n"),
    "templates": ('a = "x${ b }${c }%{ if d }y%{ endif }"\n', 'a = "x${b}${c}%{if d}y%{endif}"\n'),
    "objects_in_templates": ('a = "x${{b=1}}"\n', 'a = "x${ { b = 1 } }"\n'),
    "expressions_in_a_heredoc": ("a = <<-E\n  x  ${ b+c }\n  E\n", "a = <<-E\n  x  ${b + c}\n  E\n"),
    "lines_within_an_interpolation_are_indented": (
        'a = "x${f(\nb\n)}"\nc = <<E\n  ${f(\n  b)}\nE\n',
        'a = "x${f(\n  b\n)}"\nc = <<E\n  ${f(\nb)}\nE\n',
    ),
    "blanks_before_a_newline_go": ("a = 1  \n   \nb {  \n}\n", "a = 1\n\nb {\n}\n"),
    "runs_of_empty_lines_stay": ("\n\na = 1\n\n\n\nb = 2\n\n", "\n\na = 1\n\n\n\nb = 2\n\n"),
    "crlf_stays": ("a=1\r\nbbb=2 # c\r\n", "a   = 1\r\nbbb = 2 # c\r\n"),
    "bom_goes": ("\ufeffa=1\n", "a = 1\n"),
    "missing_final_newline_stays_missing": ("a=1", "a = 1"),
    "blanks_after_the_last_newline_stay": ("a=1\n\t ", "a = 1\n  "),
    "columns_are_characters_as_read": ('a = "äé" # x\nb = "漢👩‍👧🇩🇪" # y\n', 'a = "äé"  # x\nb = "漢👩‍👧🇩🇪" # y\n'),
    "names_beyond_ascii": ("ñandú=1\na=2\n", "ñandú = 1\na     = 2\n"),
    # Modernising
    "labels_are_quoted": ('resource a "b" {\n}\n', 'resource "a" "b" {\n}\n'),
    "comments_between_labels_go": ("a /* x */ b /* y */ {\n}\n", 'a "b" /* y */ {\n}\n'),
    "labels_are_put_plainly": ('a "\\u0041\\n" {\n}\n', 'a "A\\n" {\n}\n'),
    "a_lone_interpolation_loses_its_quotes": ('a = "${b.c}"\nd = "${ e }" # f\n', "a = b.c\nd = e # f\n"),
    "also_in_blocks_of_one_line": ('a { b = "${c}" }\n', "a { b = c }\n"),
    "strings_within_it_may_hold_templates": ('a = "${f("x${b}")}"\n', 'a = f("x${b}")\n'),
    "strip_markers_go_with_it": ('a = "${~ b ~}"\n', "a = b\n"),
    "lines_around_it_go": ('a = "${\n  b\n}"\n', "a = b\n"),
    "several_lines_get_parentheses": ('a = "${b ?\n c : d}"\n', "a = (b ?\nc : d)\n"),
    "parentheses_that_are_there_do": ('a = "${(b ?\n c : d)}"\n', "a = (b ?\nc : d)\n"),
    "legacy_types": (
        'variable a {\ntype="string"\n}\nvariable b {\ntype = "list"\n}\nvariable c {\ntype = "map"\n}\n',
        (
            'variable "a" {\n  type = string\n}\nvariable "b" {\n  type = list(string)\n}\n'
            'variable "c" {\n  type = map(string)\n}\n'
        ),
    ),
    "types_without_an_element": (
        "variable a { type = list }\nvariable b { type = set }\nvariable c { type = map }\n",
        'variable "a" { type = list(any) }\nvariable "b" { type = set(any) }\nvariable "c" { type = map(any) }\n',
    ),
}

UNCHANGED = {
    "nothing": "",
    "blanks_alone": "   ",
    "two_interpolations": 'a = "${b}${c}"\n',
    "an_interpolation_with_text": 'a = "${b} "\n',
    "an_interpolation_in_a_list_or_an_object": 'a = ["${b}"]\nc = { d = "${e}" }\n',
    "an_interpolation_that_is_only_a_part": 'a = "${b}" == c\n',
    "an_interpolation_with_a_heredoc_that_has_one": 'a = "${f(<<E\n${b}\nE\n)}"\n',
    "escaped_templates": 'a = "$${b}"\nc = "%%{d}"\ne = "$f$"\n',
    "a_heredoc": "a = <<E\n\tx   y\n E \n",
    "a_heredoc_that_names_its_end_midway": "a = <<E\n xE\n ${b}E\nE\n",
    "a_type_elsewhere": 'variable "a" {\n  b {\n    type = "list"\n  }\n}\na {\n  type = "string"\n}\n',
    "other_types": 'variable "a" {\n  type = "number"\n}\nvariable "b" {\n  type = any\n}\n',
    "names_that_are_keywords": "a = { for1 = 1, if = 2, in = in.for }\n",
    "legacy_steps": "a = b.0.c.*.d\n",
}

REFUSED = {
    "an_unclosed_block": ("a {\n", "line 1, column 3"),
    "an_unclosed_string": ('a = 1\nb = "c\n', "line 2, column 7"),
    "an_unclosed_heredoc": ("a = <<E\nb\nE", "line 1, column 5"),
    "a_bracket_that_closes_nothing": ("a = 1\n}\n", "line 2, column 1"),
    "the_wrong_bracket": ("a = [1)\n", "line 1, column 7"),
    "a_missing_comma": ("a = f(b c)\n", "line 1, column 6"),
    "a_missing_operand": ("a {\n  b = 1 +\n}\n", "line 2, column 10: unexpected end of line"),
    "a_line_break_in_an_expression": ("a = b\n  + c\n", "line 2, column 3"),
    "a_line_break_in_an_object": ("a = {\n  b = c ?\n  d : e\n}\n", "line 1, column 5"),
    "two_arguments_on_a_line": ("a = 1 b = 2\n", "line 1, column 7: unexpected 'b'"),
    "two_arguments_in_a_block_of_one_line": ("a { b = 1, c = 2 }\n", "line 1, column 10"),
    "a_brace_on_the_last_line_of_a_block": ("a {\n  b = 1 }\n", "line 2, column 9"),
    "an_argument_set_twice": ("a = 1\nb {\n  a = 2\n}\na = 3\n", "line 5, column 3"),
    "a_character_that_is_not_used": ("a = 'b'\n", "line 1, column 5"),
    "an_escape_that_does_not_exist": ('a = "b\\d"\n', "line 1, column 7"),
    "half_a_surrogate": ('a = "\\ud800"\n', "line 1, column 6"),
    "a_number_with_two_points": ("a = 1.2.3\n", "line 1, column 5"),
    "two_legacy_steps": ("a = b.0.1\n", "line 1, column 6"),
    "a_splat_in_a_splat": ("a = b.*.c.*\n", "line 1, column 6"),
    "a_template_in_a_label": ('a "${b}" {\n}\n', "line 1, column 3"),
    "an_unclosed_directive": ('a = "%{if b}c"\n', "line 1, column 5"),
    "an_else_without_an_if": ('a = "%{for b in c}%{else}%{endfor}"\n', "line 1, column 5"),
    "a_list_with_keys": ("a = [for b in c : b => b]\n", "line 1, column 5"),
    "an_object_without_them": ("a = { for b in c : b }\n", "line 1, column 5"),
    "a_strange_space": ("a =\u00a01\n", "line 1, column 4"),
}

# What terraform fmt 1.11 makes of these is missing a label or an index, or is no longer HCL.
BETTER = {
    "a_label_with_a_dollar_stays": ('a "b$c" {\n}\n', 'a "b$c" {\n}\n'),
    "an_index_that_is_a_boolean_stays": ("a = b[true]\n", "a = b[true]\n"),
    "two_pairs_of_parentheses_are_not_one": ('a = "${(b) +\n(c)}"\n', "a = ((b) +\n(c))\n"),
    "a_comment_breaks_a_line_too": ('a = "${b + # c\nd}"\n', "a = (b + # c\nd)\n"),
}


def by_terraform(texts: Mapping[str, str], folder: Path) -> dict[str, str | None]:
    """Return what the binary makes of each of *texts*: None if it refuses."""
    (folder / "empty.tfrc").touch()
    for name, text in texts.items():
        (folder / f"{name}.tf").write_bytes(text.encode())
    environment = {**os.environ, "CHECKPOINT_DISABLE": "1", "TF_CLI_CONFIG_FILE": str(folder / "empty.tfrc")}
    command = ["terraform", "fmt", "-no-color", "-list=false"]
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    refused = set(re.findall(r"^ +on (.+)\.tf line", ran.stderr, re.MULTILINE))
    assert refused <= texts.keys(), ran.stderr
    return {name: None if name in refused else (folder / f"{name}.tf").read_bytes().decode() for name in texts}


def every(cases: dict[str, tuple[str, str]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("before", "after"), cases.values(), ids=cases)


@every(CHANGED)
def test_format_text(before: str, after: str) -> None:
    assert format_text(before) == after
    assert is_formatted(before) == (before == after)
    assert is_formatted(after)


@pytest.mark.parametrize("text", UNCHANGED.values(), ids=UNCHANGED)
def test_text_is_left_alone(text: str) -> None:
    assert format_text(text) == text


@every(BETTER)
def test_nothing_is_lost_or_broken_where_terraform_does(before: str, after: str) -> None:
    assert format_text(before) == after
    assert is_formatted(after)


@every(REFUSED)
def test_refusal_says_where(before: str, after: str) -> None:
    with pytest.raises(ValueError, match=after):
        format_text(before)


@needs_terraform
def test_terraform_says_the_same(tmp_path: Path) -> None:
    texts = {name: before for name, (before, _) in {**CHANGED, **REFUSED}.items()} | UNCHANGED
    wanted = {name: after for name, (_, after) in CHANGED.items()} | UNCHANGED | dict.fromkeys(REFUSED)
    assert by_terraform(texts, tmp_path) == wanted


def test_a_fragment_is_a_body() -> None:
    assert format_fragment('    tags = "${a}"\n    b=1\n') == "tags = a\nb    = 1\n"
    assert format_fragment("  a b {\n  c=1\n  }") == 'a "b" {\n  c = 1\n}'


def test_a_fragment_may_be_the_items_of_an_object() -> None:
    assert format_fragment('"a:b"=[1,2],\nc : "${d}",\n') == '"a:b" = [1, 2],\nc : "${d}",\n'


def test_depth_costs_no_recursion() -> None:
    for opening, closing in ("[", "]"), ("(", ")"), ('"x${', '}"'), ("{a=", "}"), ("f(", ")"), ("b ? b : (", ")"):
        assert format_text(f"a = {opening * 5000}b{closing * 5000}\n").startswith("a = ")
    assert format_text("a {\n" * 500 + "}\n" * 500).count("\n") == 1000
    with pytest.raises(ValueError, match="line 1, column 5003: '\\[' is never closed"):
        format_text("a = " + "[" * 4999 + "\n")


def test_blanks_have_limits() -> None:
    with pytest.raises(ValueError, match="500 levels"):
        format_text("a {\n" * 501 + "}\n" * 501)
    with pytest.raises(ValueError, match="too many blanks"):
        format_text("a = {\n" + f'"{"b" * 100_000}" = 1\n' + "c = 1\n" * 1100 + "}\n")


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("a\r\nb", 3),
        ("e\u0301", 1),
        ("한\u1112\u1161\u11ab", 2),
        ("👩‍👧", 1),
        ("🇩🇪🇫🇷", 2),
        ('"\u0301', 2),
        ("👍🏽", 1),
    ],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


SOME = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# A grammar of HCL in which nothing is modern or tidy: sequences of tokens, with which a layout is then drawn.

Row = list[str]

NAMES = st.sampled_from(["a", "bb", "for_each", "in", "if", "type", "ccc-d", "ünï"])
REFERENCES = st.lists(NAMES, min_size=1, max_size=3).map(lambda names: ["v", *[t for n in names for t in (".", n)]])
STRINGS = st.sampled_from(['""', '"x"', '"a b"', '"$${c}"', '"ä 漢"', '"\\"\\u00e9"'])
ATOMS = st.one_of(
    REFERENCES,
    st.sampled_from(["0", "1.5", "2e3", "true", "null"]).map(lambda number: [number]),
    STRINGS.map(lambda string: [string]),
)


def joined(rows: list[Row], separator: str) -> Row:
    return [token for index, row in enumerate(rows) for token in ([separator] if index else []) + row]


def larger(inner: st.SearchStrategy[Row]) -> st.SearchStrategy[Row]:
    some = st.lists(inner, max_size=3)
    edge = st.sampled_from([[], ["\n"]])
    newline = edge | st.just(["# c\n"])
    plain = inner.filter(lambda row: row[0] != "(" and "# c\n" not in row)  # else we know better than terraform fmt
    operator = st.sampled_from(["+", "-", "*", "/", "%", "==", "<=", "&&", "||"])
    item = st.tuples(NAMES, st.sampled_from("=:"), inner).map(lambda parts: [parts[0], parts[1], *parts[2]])
    return st.one_of(
        st.tuples(st.sampled_from("-!"), inner).map(lambda parts: [parts[0], *parts[1]]),
        st.tuples(inner, operator, inner).map(lambda parts: [*parts[0], parts[1], *parts[2]]),
        st.tuples(inner, inner, inner).map(lambda p: ["(", *p[0], "?", *p[1], ":", *p[2], ")"]),
        st.tuples(some, newline).map(lambda p: ["f", "(", *p[1], *joined(p[0], ","), *p[1], ")"]),
        st.tuples(some, newline).map(lambda p: ["[", *p[1], *joined(p[0], ","), *p[1], "]"]),
        st.lists(item, max_size=3).map(lambda rows: ["{", *joined(rows, ","), "}"]),
        st.lists(item, max_size=3).map(lambda rows: ["{", "\n", *[t for row in rows for t in [*row, "\n"]], "}"]),
        st.tuples(REFERENCES, inner).map(lambda parts: [*parts[0], "[", "0", "+", *parts[1], "]"]),
        st.tuples(inner, inner).map(lambda p: ["[", "for", "x", "in", *p[0], ":", *p[1], "if", "x", "]"]),
        st.tuples(inner, inner).map(lambda p: ["{", "for", "k", ",", "x", "in", *p[0], ":", "k", "=>", *p[1], "}"]),
        st.tuples(plain, edge).map(lambda p: ['"', "${", *p[1], *p[0], *p[1], "}", '"']),
        inner.map(lambda row: ['"', "é ", "${", *row, "}", "%{", "if", "x", "}", " y", "%{", "endif", "}", '"']),
    )


EXPRESSIONS = st.recursive(ATOMS, larger, max_leaves=8)
HEREDOCS = EXPRESSIONS.map(lambda row: ["<<-E\n", "  x  ", "${", *row, "}", "\n", " E"])
ENDS = st.sampled_from([["\n"], ["\n"], ["# c\n"], ["/* c */", "// d\n"]])
LINES = st.sampled_from([["\n"], ["# c\n"], ["/* c\n c */", "\n"]])


@st.composite
def bodies(draw: st.DrawFn, depth: int = 0) -> Row:
    body: Row = []
    for name in draw(st.lists(NAMES, unique=True, max_size=5)):
        body += draw(st.one_of(st.just([]), LINES))
        if depth < 2 and draw(st.booleans()):
            labels = draw(st.lists(st.one_of(NAMES, st.sampled_from(['"x"', '"y\\u0041"'])), max_size=2))
            inner = draw(bodies(depth + 1))
            body += [draw(st.sampled_from([name, "variable"])), *labels, "{", "\n", *inner, "}"]
        else:
            legacy = st.sampled_from(['"string"', '"list"', "map"]).map(lambda word: [word])
            body += [name, "=", *draw(st.one_of(EXPRESSIONS, HEREDOCS, legacy))]
        body += draw(ENDS) if body[-1] != " E" else ["\n"]
    return body


def laid_out(row: Row, dice: random.Random) -> str:
    """Return the tokens of *row* with blanks between them, where blanks may stand."""
    text = ""
    quotes: list[int] = []  # the interpolations that are open in each template
    for token in row:
        closes_text = bool(quotes) and not quotes[-1] and token in ('"', " E")
        in_text = bool(quotes) and not quotes[-1]
        if not in_text:
            both_words = text[-1:].isalnum() and (token[:1].isalnum() or token == "-")
            blanks = dice.choice(("", " ", " ", "   ", "\t"))
            text += blanks or " " * (both_words or (text[-1:], token[:1]) in {("/", "/"), ("/", "*"), ("-", "-")})
        text += token
        if closes_text:
            quotes.pop()
        elif token == '"' or token.startswith("<<"):
            quotes.append(0)
        elif quotes and token in ("${", "%{", "{"):
            quotes[-1] += 1
        elif quotes and token == "}":
            quotes[-1] -= 1
    return text


@st.composite
def documents(draw: st.DrawFn) -> str:
    text = laid_out(draw(bodies()), draw(st.randoms(use_true_random=False)))
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


@settings(SOME)
@given(documents())
def test_formatting_again_changes_nothing_but_quotes(text: str) -> None:
    once = format_text(text)
    twice = format_text(once)
    assert format_text(twice) == twice or '"${' in twice  # quotes within quotes go one pair at a time
    assert twice == once or '"${' in once


@settings(SOME)
@given(EXPRESSIONS, st.randoms(use_true_random=False))
def test_layout_keeps_every_token(row: Row, dice: random.Random) -> None:
    text = laid_out(["a", "=", "[", *row, "]", "\n"], dice)
    before, after = tokenize(text), tokenize(format_text(text))
    assert "".join(after.texts) == "".join(before.texts)


@needs_terraform
@settings(parent=SOME, max_examples=15)
@given(st.lists(documents(), min_size=1, max_size=8))
def test_terraform_agrees_on_any_documents(documents: list[str]) -> None:
    texts = {f"_{index}": text for index, text in enumerate(documents)}
    with tempfile.TemporaryDirectory() as folder:
        assert by_terraform(texts, Path(folder)) == {name: format_text(text) for name, text in texts.items()}
