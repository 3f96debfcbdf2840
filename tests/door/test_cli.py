"""The commands, their flags and their exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

Iacfix = Any
Git = Any


def test_apply_writes_what_is_safe_and_says_what_more_there_is(iacfix: Iacfix, folder: Path) -> None:
    (folder / "main.tf").write_text("toy\nbad one\nstale two\n")
    answer = iacfix("apply")
    assert (folder / "main.tf").read_text() == "toy\ngood one\nstale two\n"
    assert answer.code == 0
    assert "1 more with --fresh." in answer.out
    assert "fixed [safe, plan: update]: say good" in answer.out


def test_check_writes_nothing_and_fails_where_apply_would_change_something(iacfix: Iacfix, folder: Path) -> None:
    (folder / "main.tf").write_text("toy\nrisky one\n")
    assert iacfix("check").code == 0
    assert iacfix("check", "--unsafe").code == 1
    assert (folder / "main.tf").read_text() == "toy\nrisky one\n"


def test_a_blocker_that_remains_fails_apply_and_advice_never_does(iacfix: Iacfix, folder: Path) -> None:
    (folder / "main.tf").write_text("toy\nbad note other.tf\nbare\n")
    (folder / "other.tf").write_text("x")
    (folder / "other.tf").chmod(0o444)
    answer = iacfix("apply", "--extend-select", "hardening")
    assert answer.code == 1
    assert "left alone: other.tf is read-only" in answer.out
    assert iacfix("apply", "--exit-zero").code == 0
    assert iacfix("apply", "--select", "hardening").code == 0


def test_fail_on_sets_how_bad_a_finding_must_be(iacfix: Iacfix, folder: Path) -> None:
    (folder / "main.tf").write_text("toy\nstale\nbare\n")
    assert iacfix("check", "--fail-on", "blocker").code == 0
    assert iacfix("check", "--fail-on", "risk").code == 1
    assert iacfix("apply", "--fresh", "--fail-on", "risk").code == 0
    assert iacfix("check", "--select", "hardening", "--fail-on", "note").code == 1


def test_all_is_the_three_flags_together(iacfix: Iacfix, folder: Path) -> None:
    (folder / "main.tf").write_text("toy\nbad\nstale\nrisky\n")
    iacfix("apply", "--all")
    assert (folder / "main.tf").read_text() == "toy\ngood\ngood\ngood\n"


@pytest.mark.parametrize("word", ["TOY001", "toy001", "bad-word", "bad_word"])
def test_fixers_are_selected_by_code_or_name(iacfix: Iacfix, folder: Path, word: str) -> None:
    (folder / "main.tf").write_text("toy\nbad\nstale\n")
    iacfix("apply", "--all", "--select", word)
    assert (folder / "main.tf").read_text() == "toy\ngood\nstale\n"


def test_a_family_is_selected_and_one_of_it_ignored(iacfix: Iacfix, folder: Path) -> None:
    (folder / "main.tf").write_text("toy\nbad\nstale\nbare\n")
    answer = iacfix("apply", "--all", "--select", "toys", "--ignore", "stale-word,TOY003")
    assert (folder / "main.tf").read_text() == "toy\ngood\nstale\nbare\n"
    assert "TOY004" not in answer.out


def test_an_opt_in_family_waits_until_it_is_named(iacfix: Iacfix, folder: Path) -> None:
    (folder / "main.tf").write_text("toy\nbare\n")
    assert "TOY004" not in iacfix("check").out
    assert "TOY004" in iacfix("check", "--extend-select", "hardening").out


@pytest.mark.usefixtures("folder")
def test_a_word_that_names_no_fixer_is_refused_with_a_guess(iacfix: Iacfix) -> None:
    answer = iacfix("check", "--select", "bad-wrod")
    assert answer.code == 2
    assert "no fixer is called 'bad-wrod'; did you mean 'bad-word'?" in answer.err


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "nowhere"], "nowhere: no such file or directory"),
        (["check", "--set", "name"], "'name' is not NAME=VALUE"),
        (["check", "--fail-on", "all"], "'all' is not one of"),
        (["mend"], "No such command 'mend'"),
    ],
)
def test_a_request_that_cannot_be_met_exits_with_2(iacfix: Iacfix, arguments: list[str], said: str) -> None:
    answer = iacfix(*arguments)
    assert answer.code == 2
    assert said in answer.err
    assert not answer.out


def test_paths_restrict_what_is_reported(iacfix: Iacfix, folder: Path) -> None:
    for name in ("a", "b"):
        (folder / name).mkdir()
        (folder / name / "main.tf").write_text("toy\nbad\n")
    iacfix("apply", "a")
    assert (folder / "a/main.tf").read_text() == "toy\ngood\n"
    assert (folder / "b/main.tf").read_text() == "toy\nbad\n"


def test_a_fix_may_write_elsewhere_unless_only_given(iacfix: Iacfix, git: Git) -> None:
    git.write("a/main.tf", "toy\nbad note README.md\n")
    git.commit()
    answer = iacfix("check", "a", "--only-given")
    assert "README.md is not one of the given paths (--only-given)" in answer.out
    iacfix("apply", "a")
    assert (git.root / "README.md").read_text() == "a/main.tf was mended\n"


def test_json_is_valid_and_versioned(iacfix: Iacfix, folder: Path) -> None:
    (folder / "main.tf").write_text("toy\nbad\nrisky\n")
    report = json.loads(iacfix("check", "--output-format", "json").out)
    assert report["version"] == 1
    first, second = report["findings"]
    assert (first["code"], first["line"], first["column"], first["end_column"]) == ("TOY001", 2, 1, 4)
    assert first["fixes"][0]["edits"] == [{"path": "main.tf", "start": 4, "end": 7, "before": "bad", "after": "good"}]
    assert not first["fixes"][0]["applied"]
    assert second["status"] == "available"
    assert report["files"] == [{"path": "main.tf", "changed": True, "created": False}]
    assert json.loads(iacfix("apply", "--output-format", "json").out)["findings"][0]["fixes"][0]["applied"]


def test_a_syntax_error_is_one_clear_line_and_the_others_are_mended(iacfix: Iacfix, folder: Path) -> None:
    (folder / "a.tf").write_text("toy\n  broken\n")
    (folder / "b.tf").write_text("toy\nbad\n")
    answer = iacfix("apply")
    assert answer.code == 2
    assert answer.err.splitlines() == ["a.tf:2:3: error: this is broken"]
    assert (folder / "b.tf").read_text() == "toy\ngood\n"


def test_an_accident_in_one_component_leaves_the_others_alone(iacfix: Iacfix, folder: Path) -> None:
    for name, text in (("a", "toy\nexplode\n"), ("b", "toy\nbad\n")):
        (folder / name).mkdir()
        (folder / name / "main.tf").write_text(text)
    answer = iacfix("apply")
    assert answer.code == 2
    assert "a/main.tf:1:1: error: iacfix failed here" in answer.err
    assert (folder / "b/main.tf").read_text() == "toy\ngood\n"


def test_processes_come_to_the_same_result(iacfix: Iacfix, folder: Path) -> None:
    for number in range(7):
        (folder / f"{number}").mkdir()
        (folder / f"{number}/main.tf").write_text("toy\nbad\n" * (number + 1))
    alone = iacfix("check", "--jobs", "1", "--output-format", "json")
    together = iacfix("check", "--jobs", "2", "--output-format", "json")
    assert alone.out == together.out


def test_two_components_that_write_one_file_see_each_other(iacfix: Iacfix, folder: Path) -> None:
    for name in ("a", "b"):
        (folder / name).mkdir()
        (folder / name / "main.tf").write_text("toy\nbad note README.md\n")
    (folder / "README.md").write_bytes(b"\xef\xbb\xbfhello\n")
    iacfix("apply")
    assert (folder / "README.md").read_bytes() == b"\xef\xbb\xbfhello\na/main.tf was mended\nb/main.tf was mended\n"


def test_what_is_suppressed_neither_fails_nor_is_shown(iacfix: Iacfix, folder: Path) -> None:
    (folder / "main.tf").write_text("toy\nignore\nbad\n")
    answer = iacfix("check", "--fail-on", "note")
    assert answer.code == 0
    assert answer.out == "No mistakes found in 1 file.\n1 suppressed.\n"
    log = json.loads(iacfix("check", "--output-format", "sarif").out)
    (result,) = log["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "suppressed: it is meant so"}]
    assert iacfix("check", "--output-format", "github").out == ""


@pytest.mark.usefixtures("folder")
def test_nothing_to_read_is_no_mistake(iacfix: Iacfix) -> None:
    answer = iacfix("check")
    assert answer.code == 0
    assert answer.out == "No infrastructure code found.\n"


def test_the_version_loads_nothing_else() -> None:
    program = (
        "import sys; sys.argv[1:] = ['--version']; from iacfix.__main__ import main; main();"
        "print({'click', 'rich', 'libcst', 'tree_sitter', 'msgspec', 'iacfix.cli'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["iacfix 0.1.0", "set()"]
