"""Which files there are, and which of them can be read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from iacfix import project
from iacfix.project import Project, discover, locate

Iacfix = Any
Git = Any


def files(folder: Path) -> list[str]:
    return sorted(discover(locate([folder])).files)


def test_without_git_the_tree_is_walked_with_its_gitignores(folder: Path) -> None:
    for path in ("a.tf", "skip/x.tf", "skip/keep.tf", "deep/er/x.log", "deep/er/y.tf", "deep/top.tf"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("toy")
    (folder / ".gitignore").write_text("*.log\nskip/*\n!skip/keep.tf\n/top.tf\n")
    (folder / "deep/.gitignore").write_text("y.tf\n")
    assert files(folder) == [".gitignore", "a.tf", "deep/.gitignore", "deep/top.tf", "skip/keep.tf"]


@pytest.mark.parametrize("name", [".terraform", "node_modules", ".venv", "cdk.out", "cdktf.out"])
def test_what_tools_leave_behind_is_never_read(folder: Path, git: Git, name: str) -> None:
    for root in (folder, git.root):
        (root / name).mkdir()
        (root / name / "main.tf").write_text("toy")
        (root / "main.tf").write_text("toy")
        assert files(root) == ["main.tf"]


def test_the_root_is_the_top_of_the_repository(git: Git) -> None:
    git.write("a/b/main.tf", "toy")
    git.write("other.tf", "toy")
    found = discover(locate([git.root / "a/b/main.tf"]))
    assert found.root == git.root.resolve()
    assert found.files == {"a/b/main.tf", "other.tf"}
    assert found.given == ("a/b/main.tf",)


def test_files_that_git_still_lists_but_are_gone_are_left_out(git: Git) -> None:
    git.write("gone.tf", "toy")
    git.write("here.tf", "toy")
    git.commit()
    (git.root / "gone.tf").unlink()
    assert files(git.root) == ["here.tf"]


def test_no_file_is_opened_that_no_language_may_be_written_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "main.tf").write_text("toy")
    opened: list[str] = []
    read = project.read

    def noticing(root: Path, path: str) -> bytes:
        opened.append(path)
        return read(root, path)

    monkeypatch.setattr(project, "read", noticing)
    discover(locate([folder])).parts()
    assert opened == ["main.tf"]


def test_a_file_that_is_not_utf8_is_named_with_the_place_of_the_byte(iacfix: Iacfix, folder: Path) -> None:
    (folder / "main.tf").write_bytes("toy\ngrüße = \xfc\n".encode() + b"x \xfc\n")
    (folder / "other.tf").write_text("toy\nbad\n")
    answer = iacfix("apply")
    assert answer.code == 2
    assert answer.err == "main.tf:3:3: error: byte 0xfc at offset 19 is not UTF-8; save the file as UTF-8\n"
    assert (folder / "other.tf").read_text() == "toy\ngood\n"


def test_a_file_that_is_not_utf8_and_none_of_ours_is_not_mentioned(iacfix: Iacfix, folder: Path) -> None:
    (folder / "data.json").write_bytes(b'{"caf\xe9": 1}')
    (folder / "main.tf").write_text("toy\n")
    assert iacfix("check").code == 0


def test_a_file_that_is_too_large_is_named(iacfix: Iacfix, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project, "LIMIT", 1_000_000)
    (folder / "main.tf").write_text("toy\n" * 300_000)
    (folder / "data.json").write_text("0\n" * 600_000)
    answer = iacfix("check")
    assert answer.code == 2
    assert answer.err == "main.tf:1:1: error: larger than 1 MB; exclude it, or split it\n"


def test_a_loop_of_links_is_named_and_the_others_are_mended(iacfix: Iacfix, folder: Path) -> None:
    (folder / "a.tf").symlink_to("b.tf")
    (folder / "b.tf").symlink_to("a.tf")
    (folder / "self").symlink_to(".")
    (folder / "main.tf").write_text("toy\nbad\n")
    answer = iacfix("apply")
    assert answer.code == 2
    assert [line.partition(" error: ")[0] for line in answer.err.splitlines()] == ["a.tf:1:1:", "b.tf:1:1:"]
    assert "Too many levels of symbolic links; repair or remove it, or exclude it" in answer.err
    assert (folder / "main.tf").read_text() == "toy\ngood\n"


def test_an_unreadable_file_is_named(iacfix: Iacfix, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "main.tf").write_text("toy\n")
    opening = os.open

    def denied(path: str | Path, *rest: Any) -> int:
        if Path(path).name == "main.tf":
            raise PermissionError(13, "Permission denied")
        return opening(path, *rest)

    monkeypatch.setattr(os, "open", denied)
    answer = iacfix("check")
    assert answer.code == 2
    assert answer.err.startswith("main.tf:1:1: error: cannot be read: Permission denied; give yourself permission")


def test_a_pipe_is_not_waited_for(iacfix: Iacfix, folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "main.tf").symlink_to("pipe")
    answer = iacfix("check")
    assert answer.err == "main.tf:1:1: error: not a regular file\n"


def test_a_link_out_of_the_tree_is_read_and_never_written(iacfix: Iacfix, folder: Path) -> None:
    outside = folder.parent / "outside.tf"
    outside.write_text("toy\nbad\n")
    (folder / "main.tf").symlink_to(outside)
    answer = iacfix("apply")
    assert "left alone: main.tf is outside the tree" in answer.out
    assert outside.read_text() == "toy\nbad\n"


def test_a_file_under_two_names_is_written_once(iacfix: Iacfix, folder: Path) -> None:
    (folder / "a").mkdir()
    (folder / "b").mkdir()
    (folder / "a/main.tf").write_text("toy\nbad\n")
    (folder / "b/main.tf").symlink_to("../a/main.tf")
    assert iacfix("apply").code == 0
    assert (folder / "a/main.tf").read_text() == "toy\ngood\n"
    assert (folder / "b/main.tf").is_symlink()


def test_a_file_under_two_names_that_would_come_out_differently_is_left_alone(iacfix: Iacfix, git: Git) -> None:
    git.write("a/main.tf", "toy\nbad\n")
    (git.root / "b").mkdir()
    (git.root / "b/main.tf").symlink_to("../a/main.tf")
    git.commit()
    answer = iacfix("apply", "a")
    assert "left alone: a/main.tf is the same file as another one that the fix does not suit" in answer.out
    assert (git.root / "a/main.tf").read_text() == "toy\nbad\n"


def test_excluded_files_are_neither_reported_nor_written(iacfix: Iacfix, folder: Path) -> None:
    (folder / "iacfix.toml").write_text('exclude = ["vendor/", "*.gen.tf"]\n')
    (folder / "vendor").mkdir()
    (folder / "vendor/broken.tf").write_text("toy broken\n")
    (folder / "x.gen.tf").write_bytes(b"toy bad \xff\n")
    (folder / "main.tf").write_text("toy\nbad note x.gen.tf\n")
    answer = iacfix("apply")
    assert answer.code == 1
    assert not answer.err
    assert "left alone: x.gen.tf is excluded by the configuration" in answer.out


def test_the_tree_gives_text_and_hides_what_is_none(folder: Path) -> None:
    (folder / "README.md").write_bytes(b"\xef\xbb\xbfhello\r\n")
    (folder / "picture.png").write_bytes(b"\xff")
    (folder.parent / "secret").write_text("no")
    found: Project = discover(locate([folder]))
    assert found.closed
    assert found.text("README.md") == "hello\r\n"
    assert found.text("picture.png") is None
    assert found.text("absent") is None
    assert found.text("../secret") is None


def test_a_file_that_git_ignores_is_still_there(git: Git) -> None:
    git.write(".gitignore", "*.zip\n")
    git.write("lambda.zip", "x")
    found = discover(locate([git.root]))
    assert "lambda.zip" not in found.paths()
    assert found.exists("lambda.zip")
    assert not found.exists("absent.zip")
