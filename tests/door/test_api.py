"""The interface for programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import iacfix
from iacfix import Status, Tier

Git = Any


def test_text_is_mended_without_a_file_system(monkeypatch: pytest.MonkeyPatch) -> None:
    def touched(*_: object, **__: object) -> None:
        raise AssertionError("the file system was touched")

    monkeypatch.setattr("builtins.open", touched)
    monkeypatch.setattr("os.open", touched)
    monkeypatch.setattr("subprocess.run", touched)
    result = iacfix.fix_text("\ufefftoy\r\nbad note README.md\r\n", "main.tf", {"README.md": "hello\n"})
    assert result.text == "\ufefftoy\r\ngood note README.md\r\n"
    assert [(file.path, file.before, file.after) for file in result.files] == [
        ("README.md", "hello\n", "hello\nmain.tf was mended\n"),
        ("main.tf", "\ufefftoy\r\nbad note README.md\r\n", result.text),
    ]
    assert [(found.code, found.status) for found in result.findings] == [("TOY001", Status.FIXED)]


def test_text_with_an_error_comes_back_as_it_was() -> None:
    result = iacfix.fix_text("toy\nbroken", "main.tf")
    assert result.text == "toy\nbroken"
    assert [(error.path, error.line, error.column) for error in result.errors] == [("main.tf", 2, 1)]


def test_text_of_no_language_is_left_alone() -> None:
    assert iacfix.fix_text("bad", "notes.md") == iacfix.Result((), text="bad")


def test_findings_are_those_of_the_file_and_not_of_its_siblings() -> None:
    result = iacfix.fix_text("toy\nbad\n", "a.tf", {"b.tf": "toy\nbad\n"}, tiers=[Tier.SAFE], select=["bad-word"])
    assert [found.path for found in result.findings] == ["a.tf"]


def test_paths_are_checked_and_applied(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "main.tf").write_text("toy\nbad\nrisky\n")
    found = iacfix.check_paths([folder], tiers=["unsafe"])
    assert found.changed
    assert (folder / "main.tf").read_text() == "toy\nbad\nrisky\n"
    done = iacfix.apply_paths([str(folder)], tiers=["unsafe"])
    assert done.files == found.files
    assert (folder / "main.tf").read_text() == "toy\ngood\ngood\n"
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("wrong", [{"tiers": ["most"]}, {"select": ["nothing"]}, {"since": "main"}])
def test_what_cannot_be_done_is_refused(folder: Path, wrong: Any) -> None:
    with pytest.raises(iacfix.Refusal):
        iacfix.check_paths([folder], **wrong)


def test_an_unknown_name_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'fix_everything'"):
        _ = iacfix.fix_everything
