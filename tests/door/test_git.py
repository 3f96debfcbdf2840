"""What git is asked, and what it takes from us."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

Iacfix = Any
Git = Any


def tree(root: Path) -> dict[str, bytes]:
    return {
        p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file() and ".git" not in p.parts
    }


def test_the_diff_is_one_that_git_apply_takes(iacfix: Iacfix, git: Git) -> None:
    git.write("crlf.tf", "toy\r\nbad\r\nlast\r\n")
    git.write("no newline.tf", "toy\nbad")
    git.write("far/apart.tf", "toy bad\n" + "x\n" * 30 + "bad\n" + "y\n" * 30 + "bad\nz")
    git.write("bom.tf", "\ufefftoy\nbad\n")
    git.write("grüße.tf", "toy bad\n")
    git.write('quo"te\t.tf', "toy bad\n")
    git.write("form\x0cfeed.tf", "toy\x0c\u2028bad\x85\n" + "bad\n")
    git.write("creates.tf", "toy\nbad note docs/new file.md\n".replace("new file", "new"))
    git.commit()
    before = tree(git.root)
    answer = iacfix("apply", "--diff")
    assert answer.code == 1
    assert answer.out.startswith("diff --git ")
    assert tree(git.root) == before
    git("apply", given=answer.out.encode())
    applied = tree(git.root)
    git("reset", "--hard", "--quiet")
    git("clean", "-fdq")
    assert iacfix("apply").code == 0
    assert tree(git.root) == applied
    assert applied["docs/new.md"] == b"creates.tf was mended\n"
    assert iacfix("check", "--diff").out == ""


def test_the_diff_applies_from_a_subdirectory(iacfix: Iacfix, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    git.write("sub/main.tf", "toy\nbad\n")
    git.commit()
    monkeypatch.chdir(git.root / "sub")
    git("apply", given=iacfix("check", "--diff", ".").out.encode())
    assert (git.root / "sub/main.tf").read_text() == "toy\ngood\n"


def test_only_the_diff_is_on_standard_output(iacfix: Iacfix, git: Git) -> None:
    git.write("a.tf", "toy broken\n")
    git.write("b.tf", "toy\nbad\nstale\n")
    answer = iacfix("check", "--diff")
    assert answer.code == 2
    assert "error" not in answer.out
    assert answer.err == "a.tf:1:5: error: this is broken\n1 more with --fresh\n"


def test_a_file_with_changes_that_are_not_in_the_index_is_left_alone(iacfix: Iacfix, git: Git) -> None:
    git.write("main.tf", "toy\nbad\n")
    git.commit()
    git.write("main.tf", "toy\nbad\nmine\n")
    answer = iacfix("apply")
    assert answer.code == 1
    assert "left alone: main.tf has changes that are not in git's index (--allow-dirty" in answer.out
    assert (git.root / "main.tf").read_text() == "toy\nbad\nmine\n"
    assert iacfix("apply", "--allow-dirty").code == 0
    assert (git.root / "main.tf").read_text() == "toy\ngood\nmine\n"


@pytest.mark.parametrize("command", [["add", "main.tf"], ["rm", "--cached", "--quiet", "main.tf"]])
def test_staged_and_untracked_files_are_written(iacfix: Iacfix, git: Git, command: list[str]) -> None:
    git.write("main.tf", "toy\n")
    git.commit()
    git.write("main.tf", "toy\nbad\n")
    git(*command, *(["-f"] if "rm" in command else []))
    assert iacfix("apply").code == 0
    assert (git.root / "main.tf").read_text() == "toy\ngood\n"


def test_a_file_that_is_only_announced_to_git_is_written(iacfix: Iacfix, git: Git) -> None:
    git.write("main.tf", "toy\nbad\n")
    git("add", "--intent-to-add", "main.tf")
    assert iacfix("apply").code == 0


def test_what_iacfix_wrote_itself_is_not_dirty(iacfix: Iacfix, git: Git) -> None:
    git.write("main.tf", "toy\nbad\nstale\n")
    git.write("other.tf", "toy\nrisky\n")
    git.commit()
    iacfix("apply", "main.tf")
    iacfix("apply", "--unsafe", "other.tf")
    assert iacfix("apply", "--fresh").code == 0
    assert (git.root / "main.tf").read_text() == "toy\ngood\ngood\n"
    git.write("main.tf", "toy\ngood\nbad\n")
    assert iacfix("apply").code == 1


def test_ignored_files_are_not_read_unless_they_are_named(iacfix: Iacfix, git: Git) -> None:
    git.write(".gitignore", "generated/\n")
    git.write("generated/main.tf", "toy\nbad\n")
    git.write("main.tf", "toy\n")
    git.commit()
    assert "generated" not in iacfix("check").out
    assert "generated/main.tf" in iacfix("check", "generated").out
    assert "generated/main.tf" in iacfix("check", "generated/main.tf").out


def test_git_hooks_and_monitors_of_the_repository_are_never_run(iacfix: Iacfix, git: Git, tmp_path: Path) -> None:
    git.write("main.tf", "toy\nbad\n")
    git.commit()
    monitor = tmp_path / "monitor"
    monitor.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    monitor.chmod(0o755)
    git("config", "core.fsmonitor", str(monitor))
    git("config", "diff.external", str(monitor))
    iacfix("check")
    assert not (tmp_path / "ran").exists()


def test_paths_of_two_repositories_are_refused(iacfix: Iacfix, git: Git, tmp_path: Path) -> None:
    other = type(git)(_made(tmp_path / "other"))
    other.write("main.tf", "toy\n")
    answer = iacfix("check", git.root, other.root)
    assert answer.code == 2
    assert "different repositories" in answer.err


def _made(path: Path) -> Path:
    path.mkdir()
    return path
