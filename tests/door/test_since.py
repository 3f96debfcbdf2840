"""Only what changed since a commit."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from iacfix.changed import ChangedLines, changed_in, meets

Iacfix = Any
Git = Any


def places(answer: Any) -> list[str]:
    """Return where findings were reported, as ``path:line``."""
    found: list[str] = []
    path = ""
    for line in answer.out.splitlines():
        if line and not line.startswith((" ", "No ")) and line[0].isalnum() and "finding" not in line:
            path = line
        elif line.startswith("  ") and line[2].isdigit():
            found.append(f"{path}:{line.split(':')[0].strip()}")
    return found


@pytest.fixture
def branch(git: Git) -> Git:
    """Return a repository with a branch off main, which has since gone on."""
    git.write("main.tf", "toy\nrisky old\n\n\n\nrisky old\n")
    git.write("moved.tf", "toy\nrisky\n" + "same\n" * 20)
    git.commit()
    git("checkout", "--quiet", "-b", "feature")
    git("checkout", "--quiet", "main")
    git.write("main.tf", "toy\nrisky main\n\n\n\nrisky old\n")
    git.commit("main goes on")
    git("checkout", "--quiet", "feature")
    return git


def test_committed_staged_unstaged_and_untracked_lines_count(iacfix: Iacfix, branch: Git) -> None:
    branch.write("committed.tf", "toy\nrisky\n")
    branch.commit()
    branch.write("staged.tf", "toy\nrisky\n")
    branch("add", "staged.tf")
    branch.write("main.tf", "toy\nrisky old\n\nrisky new\n\nrisky old\n")
    branch.write("untracked.tf", "toy\nrisky\n")
    answer = iacfix("check", "--since", "main")
    assert places(answer) == ["committed.tf:2", "main.tf:4", "staged.tf:2", "untracked.tf:2"]


def test_a_renamed_file_counts_with_the_lines_that_were_added(iacfix: Iacfix, branch: Git) -> None:
    branch("mv", "moved.tf", "new name.tf")
    branch.write("new name.tf", "toy\nrisky\n" + "same\n" * 20 + "risky new\n")
    branch.commit()
    assert places(iacfix("check", "--since", "main")) == ["new name.tf:23"]


def test_an_edit_elsewhere_on_an_added_line_counts(iacfix: Iacfix, branch: Git) -> None:
    branch.write("a.tf", "toy\nrisky note README.md\n")
    branch.commit()
    branch("checkout", "--quiet", "-b", "next")
    branch.write("README.md", "new\n")
    branch.commit()
    assert places(iacfix("check", "--since", "feature")) == ["a.tf:2"]


def test_lines_of_other_branches_do_not_count(iacfix: Iacfix, branch: Git) -> None:
    assert iacfix("check", "--since", "main").out.startswith("No mistakes found")
    assert branch("status", "--porcelain") == ""


def test_a_deletion_counts_for_the_block_around_it() -> None:
    diff = b"diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -5,2 +4,0 @@\n-x\n--- y\n@@ -9 +7,2 @@\n-z\n+1\n+2\n"
    assert changed_in(diff) == ChangedLines({"f": ((7, 8),)}, {"f": (4,)})


def test_names_that_git_quotes_are_read() -> None:
    name = b'q\\"\\303\\274\\t.tf"'
    diff = b'diff --git "a/' + name + b' "b/' + name + b'\n--- /dev/null\n+++ "b/' + name + b"\n@@ -0,0 +1 @@\n+x\n"
    assert changed_in(diff).added == {'q"ü\t.tf': ((1, 1),)}


@pytest.mark.parametrize(
    ("first", "last", "met"), [(1, 1, False), (2, 2, True), (1, 9, True), (4, 6, False), (8, 8, True), (9, 9, False)]
)
def test_ranges_are_met_with_both_ends_in(first: int, last: int, *, met: bool) -> None:
    assert meets(((2, 3), (7, 8)), first, last) is met


def test_a_reference_that_is_not_here_is_refused_with_the_command_to_fetch_it(iacfix: Iacfix, branch: Git) -> None:
    answer = iacfix("check", "--since", "origin/release", str(branch.root))
    assert answer.code == 2
    assert "there is no commit 'origin/release' here; fetch it: git fetch origin release" in answer.err


def test_a_shallow_clone_is_refused_with_the_command_to_fetch_all(
    iacfix: Iacfix, branch: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    branch.write("x.tf", "toy\n")
    branch.commit()
    clone = tmp_path / "clone"
    source = branch.root.as_uri()
    subprocess.run(["git", "clone", "-q", "--depth=1", "--no-single-branch", source, clone], check=True)
    monkeypatch.chdir(clone)
    answer = iacfix("check", "--since", "origin/main")
    assert answer.code == 2
    assert "git fetch --unshallow" in answer.err


def test_since_needs_a_repository_with_a_commit(
    iacfix: Iacfix, git: Git, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = iacfix("check", "--since", "main", str(folder))
    assert (answer.code, "needs a git repository" in answer.err) == (2, True)
    monkeypatch.chdir(git.root)
    answer = iacfix("check", "--since", "main")
    assert (answer.code, "needs a commit" in answer.err) == (2, True)
