"""Writing all or nothing, and taking it back."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from iacfix import journal
from iacfix.errors import Refusal
from iacfix.journal import Journal
from iacfix.run import Change, Session
from iacfix.transforms.model import Document

Iacfix = Any
Git = Any


def change(path: str, before: str | None, after: str) -> Change:
    return Change(path, None if before is None else Document(path, before), Document(path, after))


def test_undo_takes_back_the_last_run_and_removes_what_it_made(iacfix: Iacfix, git: Git) -> None:
    git.write("main.tf", "toy\nbad note docs/deep/README.md\n")
    git.write("other.tf", "toy\r\nbad")
    git.commit()
    iacfix("apply")
    assert (git.root / "docs/deep/README.md").exists()
    answer = iacfix("undo")
    assert answer.code == 0
    assert answer.out.splitlines() == ["restored docs/deep/README.md", "restored main.tf", "restored other.tf"]
    assert git("status", "--porcelain") == ""
    assert not (git.root / "docs").exists()
    again = iacfix("undo")
    assert (again.code, "nothing to undo" in again.err) == (2, True)


def test_undo_does_nothing_when_somebody_touched_a_file_since(iacfix: Iacfix, folder: Path) -> None:
    for name in ("a.tf", "b.tf"):
        (folder / name).write_text("toy\nbad\n")
    iacfix("apply")
    (folder / "b.tf").write_text("toy\ngood\nmine\n")
    answer = iacfix("undo")
    assert answer.code == 2
    assert "b.tf: error: changed since iacfix wrote it" in answer.err
    assert (folder / "a.tf").read_text() == "toy\ngood\n"


def test_without_git_the_journal_lies_beside_the_configuration_and_ignores_itself(
    iacfix: Iacfix, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "pyproject.toml").write_text("[tool.iacfix]\n")
    (folder / "infra").mkdir()
    (folder / "infra/main.tf").write_text("toy\nbad\n")
    monkeypatch.chdir(folder / "infra")
    iacfix("apply")
    assert (folder / ".iacfix/.gitignore").read_text() == "*\n"
    assert iacfix("undo").code == 0
    assert (folder / "infra/main.tf").read_text() == "toy\nbad\n"


def test_mode_and_links_are_kept(iacfix: Iacfix, folder: Path) -> None:
    (folder / "shared").mkdir()
    file = folder / "shared/main.txt"
    file.write_text("toy\nbad\n")
    file.chmod(0o750)
    link = folder / "main.tf"
    link.symlink_to("shared/main.txt")
    iacfix("apply")
    assert link.is_symlink()
    assert file.read_text() == "toy\ngood\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o750
    iacfix("undo")
    assert link.is_symlink()
    assert file.read_text() == "toy\nbad\n"


def test_nothing_but_the_files_is_left_behind(iacfix: Iacfix, git: Git) -> None:
    git.write("main.tf", "toy\nbad\n")
    git.commit()
    iacfix("apply")
    assert sorted(path.name for path in git.root.iterdir()) == [".git", "main.tf"]


def give_up(*_: object) -> tuple[str, ...]:
    return ()


class Crash(BaseException):
    """The machine goes off."""


@pytest.mark.parametrize("survivors", [0, 1, 2])
def test_a_crash_in_the_middle_is_rolled_back_by_the_next_start(
    folder: Path, monkeypatch: pytest.MonkeyPatch, survivors: int
) -> None:
    changes = [change("a", "one", "ONE"), change("b", "two", "TWO"), change("new/c", None, "THREE")]
    (folder / "a").write_text("one")
    (folder / "b").write_text("two")
    written = 0
    rename = journal.rename_over

    def crashing(path: Path, data: bytes, like: os.stat_result | None) -> None:
        nonlocal written
        if written == survivors:
            journal.sibling_of(path).write_bytes(data[:1])
            raise Crash
        written += 1
        rename(path, data, like)

    monkeypatch.setattr(journal, "rename_over", crashing)
    # Not even the handler gets to run.
    monkeypatch.setattr(Journal, "_roll_back", give_up)
    with pytest.raises(Crash):
        Journal(folder, folder / ".iacfix").write(changes)
    monkeypatch.undo()

    fresh = Journal(folder, folder / ".iacfix")
    assert fresh.interrupted
    assert len(fresh.recover()) == survivors
    assert (folder / "a").read_text() == "one"
    assert (folder / "b").read_text() == "two"
    assert sorted(path.name for path in folder.iterdir()) == [".iacfix", "a", "b"]
    assert not fresh.interrupted


def test_an_interrupted_run_is_told_by_check_and_taken_back_by_apply(
    iacfix: Iacfix, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.tf", "b.tf"):
        (folder / name).write_text("toy\nbad\n")
    monkeypatch.setattr(Path, "replace", _only_once(Path.replace, folder / "a.tf"))
    monkeypatch.setattr(Journal, "_roll_back", give_up)
    with pytest.raises(Crash):
        iacfix("apply")
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    assert (folder / "a.tf").read_text() == "toy\ngood\n"
    taken = Journal(folder, folder / ".iacfix")
    assert taken.interrupted
    assert taken.undo().restored == ("a.tf",)
    assert (folder / "a.tf").read_text() == "toy\nbad\n"


def _only_once(replace: Any, last: Path) -> Any:
    def replacing(self: Path, target: Path) -> Path:
        done: Path = replace(self, target)
        if target == last:
            raise Crash
        return done

    return replacing


def test_a_write_that_fails_takes_back_those_before_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a").write_text("one")
    (folder / "b").write_text("two")
    rename = journal.rename_over

    def failing(path: Path, data: bytes, like: os.stat_result | None) -> None:
        if path.name == "b":
            raise OSError(28, "No space left on device")
        rename(path, data, like)

    monkeypatch.setattr(journal, "rename_over", failing)
    with pytest.raises(Refusal, match=r"nothing was written: .*No space left"):
        Journal(folder, folder / ".iacfix").write([change("a", "one", "ONE"), change("b", "two", "TWO")])
    assert (folder / "a").read_text() == "one"


def test_a_file_that_changed_under_our_feet_is_not_overwritten(
    iacfix: Iacfix, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.tf", "b.tf"):
        (folder / name).write_text("toy\nbad\n")
    settle = Session.settle

    def meanwhile(session: Session) -> None:
        settle(session)
        (folder / "a.tf").write_text("toy\nbad\nmine\n")

    monkeypatch.setattr(Session, "settle", meanwhile)
    answer = iacfix("apply")
    assert "not fixed: a.tf changed while iacfix was running; run it again" in answer.out
    assert (folder / "a.tf").read_text() == "toy\nbad\nmine\n"
    assert (folder / "b.tf").read_text() == "toy\ngood\n"
    assert answer.code == 1


def test_a_file_that_changed_at_the_last_moment_stops_the_whole_run(folder: Path) -> None:
    (folder / "a").write_text("one")
    (folder / "b").write_text("other")
    with pytest.raises(Refusal, match="b changed while iacfix was writing"):
        Journal(folder, folder / ".iacfix").write([change("a", "one", "ONE"), change("b", "two", "TWO")])
    assert (folder / "a").read_text() == "one"
    assert (folder / "b").read_text() == "other"


@pytest.mark.parametrize("path", ["../outside", "link/outside"])
def test_nothing_is_written_outside_the_tree(folder: Path, path: str) -> None:
    (folder / "link").symlink_to(folder.parent)
    (folder / "a").write_text("one")
    with pytest.raises(Refusal, match="outside the tree"):
        Journal(folder, folder / ".iacfix").write([change("a", "one", "ONE"), change(path, None, "x")])
    assert not (folder.parent / "outside").exists()
    assert (folder / "a").read_text() == "one"


def test_two_runs_do_not_write_at_once(folder: Path) -> None:
    (folder / "a").write_text("one")
    one, other = (Journal(folder, folder / ".iacfix") for _ in range(2))
    with one.locked(), pytest.raises(Refusal, match="another iacfix is writing"):
        other.write([change("a", "one", "ONE")])


def test_a_journal_that_names_files_outside_is_refused(folder: Path) -> None:
    (folder / ".iacfix").mkdir()
    record = b'{"version":1,"entries":[{"path":"../x","before":null,"after":"0"}],"ours":{}}'
    (folder / ".iacfix/last.json").write_bytes(record)
    with pytest.raises(Refusal, match="names files outside the tree"):
        Journal(folder, folder / ".iacfix").undo()
