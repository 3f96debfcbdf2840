"""How a run is told."""

from __future__ import annotations

import io
import itertools
import json
import subprocess
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iacfix.reports import text as text_report
from iacfix.reports.lines import apply, blocks
from iacfix.reports.patch import diff
from iacfix.reports.secrets import Mask
from iacfix.run import Change
from iacfix.transforms.model import Document, Span
from iacfix.transforms.outcome import Edited

Iacfix = Any
Git = Any
SCHEMA = Path(__file__).with_name("sarif-schema-2.1.0.json")


def test_text_shows_the_line_and_what_became_of_it(iacfix: Iacfix, folder: Path) -> None:
    (folder / "main.tf").write_text("toy\n\tx = bad\nstale\nrisky\n")
    assert iacfix("check").out == (
        "main.tf\n"
        "  2:6  TOY001  'bad' is not good  bad-word\n"
        "    2 |     x = bad\n"
        "      |         ^^^\n"
        "    would fix [safe, plan: update]: say good\n"
        "    note: mind the word\n"
        "\n"
        "  3:1  TOY002  'stale' is not good  stale-word\n"
        "    3 | stale\n"
        "      | ^^^^^\n"
        "    --fresh would fix it [fresh, plan: update]: say good\n"
        "    note: mind the word\n"
        "\n"
        "  4:1  TOY003  'risky' is not good  risky-word\n"
        "    4 | risky\n"
        "      | ^^^^^\n"
        "    --unsafe would fix it [unsafe, plan: update]: say good\n"
        "    note: mind the word\n"
        "\n"
        "3 findings in 1 of 1 file: 1 would be fixed, 2 left.\n"
        "1 more with --fresh, 1 more with --unsafe.\n"
        "`iacfix apply` with the same flags would change 1 file.\n"
    )


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colours_are_for_terminals_that_want_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    lines = [(("main.tf", "bold"), (" [red]not markup[/red]", ""))]
    coloured, plain, file = Terminal(), Terminal(), io.StringIO()
    text_report.write(lines, coloured)
    assert "\x1b[1m" in coloured.getvalue()
    monkeypatch.setenv("NO_COLOR", "1")
    text_report.write([(("main.tf", "red"),)], plain)
    assert plain.getvalue() == "main.tf\n"
    text_report.write(lines, file)
    assert file.getvalue() == "main.tf [red]not markup[/red]\n"


def test_what_commands_a_terminal_is_not_passed_on(iacfix: Iacfix, folder: Path) -> None:
    (folder / "main.tf").write_text("toy\n\x1b[2Jbad\u202e\n")
    answer = iacfix("check")
    assert "\x1b" not in answer.out
    assert "\u202e" not in answer.out


@pytest.mark.parametrize("output", ["text", "json", "sarif", "github"])
def test_secrets_are_masked(iacfix: Iacfix, folder: Path, output: str) -> None:
    (folder / "main.tf").write_text('toy\npassword = "hunter2"\n')
    answer = iacfix("check", "--unsafe", "--output-format", output)
    assert "hunter2" not in answer.out + answer.err
    assert "********" in answer.out


def sarif(answer: Any) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(answer.out)
    jsonschema.Draft4Validator(json.loads(SCHEMA.read_text())).validate(log)
    return log


def test_sarif_is_valid_and_its_fixes_are_whole_lines(iacfix: Iacfix, folder: Path) -> None:
    (folder / "a b.tf").write_text("toy\n  bad # now\nstale\nbare")
    (folder / "broken.tf").write_text("toy broken\n")
    answer = iacfix("check", "--output-format", "sarif", "--extend-select", "hardening")
    log = sarif(answer)
    (run,) = log["runs"]
    first, second, third = run["results"]
    assert first["ruleId"] == run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "TOY001"
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b.tf"
    (changed,) = first["fixes"][0]["artifactChanges"]
    assert changed["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 12},
            "insertedContent": {"text": "  good # now"},
        }
    ]
    assert "fixes" not in second
    assert third["level"] == "note"
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "this is broken"
    assert answer.code == 2


def test_sarif_without_findings_is_valid(iacfix: Iacfix, folder: Path) -> None:
    (folder / "main.tf").write_text("toy\n")
    assert sarif(iacfix("check", "--output-format", "sarif"))["runs"][0]["results"] == []


def test_github_annotations_are_escaped(iacfix: Iacfix, folder: Path) -> None:
    (folder / "a,b:c.tf").write_text("toy\nbad\n")
    (folder / "z.tf").write_text("toy broken\n")
    broken, bad = iacfix("check", "--output-format", "github").out.splitlines()
    assert broken == "::error file=z.tf,line=1,col=5,title=iacfix cannot read this::this is broken"
    where = "file=a%2Cb%3Ac.tf,line=2,endLine=2,title=TOY001 bad-word,col=1"
    assert bad == f"::error {where}::'bad' is not good. `iacfix apply` fixes it"


def test_rules_are_listed_for_people_and_programs(iacfix: Iacfix) -> None:
    lines = iacfix("rules").out.splitlines()
    assert [line.split()[:2] for line in lines] == [
        ["TOY001", "bad-word"],
        ["TOY002", "stale-word"],
        ["TOY003", "risky-word"],
        ["TOY004", "bare-word"],
        ["TOY005", "secret-word"],
    ]
    assert "(opt-in: hardening)" in lines[3]
    listed = json.loads(iacfix("rules", "--output-format", "json").out)
    assert listed["version"] == 1
    assert listed["rules"][0]["title"] == "A word that is not good"


def test_a_rule_is_explained_by_its_docstring(iacfix: Iacfix) -> None:
    page = iacfix("explain", "bad-word").out
    assert page.startswith("# TOY001 bad-word\n\nA word that is not good.\n")
    assert page.endswith("Good words are better.\n")
    answer = iacfix("explain", "bad-wrod")
    assert answer.code == 2
    assert "did you mean 'bad-word'" in answer.err


TEXT = st.text(st.sampled_from("ab\n\r é"), max_size=40)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edited], str]:
    """Draw a text, edits of it, and what it becomes."""
    text = draw(TEXT)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    edits: list[Edited] = []
    after, offset = "", 0
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        new = draw(TEXT)
        edits.append(Edited("f", Span(start, end), text[start:end], new))
        after += text[offset:start] + new
        offset = end
    return text, edits, after + text[offset:]


@given(edited())
def test_blocks_of_whole_lines_say_what_the_edits_say(case: tuple[str, list[Edited], str]) -> None:
    text, edits, after = case
    found = blocks(text, edits)
    assert apply(text, found) == after
    assert all(one.last <= other.first for one, other in itertools.pairwise(found))


@settings(max_examples=60, deadline=None)
@given(TEXT, TEXT)
def test_git_takes_every_diff(before: str, after: str) -> None:
    with tempfile.TemporaryDirectory() as root:
        file = Path(root, "f")
        file.write_bytes(before.encode())
        text = diff(Change("f", Document("f", before), Document("f", after)))
        if text:
            subprocess.run(["git", "apply", "--whitespace=nowarn"], cwd=root, input=text.encode(), check=True)
        assert file.read_bytes() == after.encode()


def test_nothing_is_no_secret() -> None:
    assert Mask(["", "hunter22"])("${AWS::Region} hunter22") == "${AWS::Region} ********"


@pytest.mark.parametrize(
    "before",
    [
        "Parameters:\n  DbPassword:\n    Type: String\n    NoEcho: true\n    Default: hunter22\n",
        '"DbPassword": {"Type": "String", "NoEcho": true, "Default": "hunter22"},\n',
        'variable "db" {\n  type      = string\n  sensitive = true\n  default   = "hunter22"\n}\n',
        'password: str = "hunter22",\nname: str,\n',
    ],
)
def test_what_a_declaration_says_besides_its_value_is_no_secret(before: str) -> None:
    edited = SimpleNamespace(before=before)
    report = SimpleNamespace(path="a", span=(0, 0), secret=True, edits=[edited])
    mask = Mask.of(SimpleNamespace(reports=[report], text=lambda _: ""))  # type: ignore[arg-type]
    shown = "Type: String\nNoEcho: true\ntype = string\nname: str\nDefault: hunter22\n"
    assert mask(shown) == shown.replace("hunter22", "********")
