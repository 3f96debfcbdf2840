"""Suggestions the way GitHub applies them, and the patch for the rest."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import iacfix as package
from iacfix.project import Project
from iacfix.reports.lines import lines_of
from iacfix.review import MOST, Review, content, plan
from iacfix.run import Change, Run
from iacfix.transforms.findings import Impact, Severity, Tier
from iacfix.transforms.model import Document, Position, Span
from iacfix.transforms.outcome import Alternative, Edited, Report, Status

Iacfix = Any
Git = Any
SUGGESTION = re.compile(r"^(`{3,})suggestion\n(.*?)^\1\n", re.DOTALL | re.MULTILINE)
PATCH = re.compile(r"^(`{3,})diff\n(.*?)^\1\n", re.DOTALL | re.MULTILINE)


def click_all(root: Path, review: dict[str, Any]) -> None:
    """Apply every suggestion the way GitHub does: the lines commented on become those in the block."""
    by_path: dict[str, list[tuple[int, int, str]]] = {}
    for comment in review["comments"]:
        assert comment["side"] == "RIGHT"
        match = SUGGESTION.search(comment["body"])
        assert match
        first = comment.get("start_line", comment["line"])
        by_path.setdefault(comment["path"], []).append((first, comment["line"], match[2]))
    for path, suggestions in by_path.items():
        lines = (root / path).read_text().splitlines(keepends=True)
        taken: set[int] = set()
        for first, last, text in sorted(suggestions, reverse=True):
            assert taken.isdisjoint(range(first, last + 1))
            taken.update(range(first, last + 1))
            lines[first - 1 : last] = [text]
        (root / path).write_text("".join(lines))


def test_suggestions_and_then_the_patch_give_what_apply_gives(iacfix: Iacfix, git: Git) -> None:
    git.write("old.tf", "toy\n" + "line\n" * 20 + "bad but old\n")
    git.write("crlf.tf", "toy\r\n")
    git.commit()
    git("checkout", "--quiet", "-b", "feature")
    git.write("new.tf", "toy\nbad\nfine\nbad ``` fence\n")
    git.write("cross.tf", "toy\nbad note README.md\n")
    git.write("crlf.tf", "toy\r\nbad\r\n")
    git.write("old.tf", "toy\nbad\n" + "line\n" * 20 + "bad but old\n")
    git.commit("faults")

    answer = iacfix("suggest", "--since", "main")
    assert answer.code == 0
    review = json.loads(answer.out)
    assert [(c["path"], c["line"]) for c in review["comments"]] == [("new.tf", 2), ("new.tf", 4), ("old.tf", 2)]
    assert "````suggestion\ngood ``` fence\n````\n" in review["comments"][1]["body"]

    click_all(git.root, review)
    patch = PATCH.search(review["body"])
    assert patch
    git("apply", given=patch[2].encode())
    by_hand = {
        path: (git.root / path).read_bytes() for path in ("new.tf", "cross.tf", "crlf.tf", "old.tf", "README.md")
    }
    git("commit", "--quiet", "--all", "--message", "as suggested")
    assert iacfix("check", "--since", "main").code == 0

    git("reset", "--quiet", "--hard", "HEAD~1")
    (git.root / "README.md").unlink()
    iacfix("apply", "--since", "main")
    assert {path: (git.root / path).read_bytes() for path in by_hand} == by_hand
    assert "bad but old" in (git.root / "old.tf").read_text()


def test_the_patch_goes_into_a_file_when_one_is_named(iacfix: Iacfix, git: Git, tmp_path: Path) -> None:
    git.write("README.md", "hello\n")
    git.commit()
    git("checkout", "--quiet", "-b", "feature")
    git.write("main.tf", "toy\nbad note README.md\n")
    git.commit()
    review = json.loads(iacfix("suggest", "--since", "main", "--patch", tmp_path / "rest.patch").out)
    assert review["comments"] == []
    assert f"git apply {tmp_path / 'rest.patch'}" in review["body"]
    git("apply", str(tmp_path / "rest.patch"))
    assert (git.root / "main.tf").read_text() == "toy\ngood note README.md\n"


def test_no_more_comments_are_made_than_github_takes(iacfix: Iacfix, git: Git) -> None:
    git.write("x", "")
    git.commit()
    git("checkout", "--quiet", "-b", "feature")
    git.write("main.tf", "toy\n" + "bad\nfine\n" * 40)
    git.commit()
    review = json.loads(iacfix("suggest", "--since", "main").out)
    assert len(review["comments"]) == MOST
    click_all(git.root, review)
    patch = PATCH.search(review["body"])
    assert patch
    git("apply", given=patch[2].encode())
    assert (git.root / "main.tf").read_text() == "toy\n" + "good\nfine\n" * 40


def test_nothing_to_suggest_is_said(iacfix: Iacfix, git: Git) -> None:
    git.write("main.tf", "toy\n")
    git.commit()
    review = json.loads(iacfix("suggest", "--since", "main").out)
    assert review == {"event": "COMMENT", "body": "iacfix: nothing to suggest.", "comments": []}


def test_a_program_gets_the_same_review(git: Git) -> None:
    git.write("x", "")
    git.commit()
    git("checkout", "--quiet", "-b", "feature")
    git.write("main.tf", "toy\nbad\n")
    git.commit()
    review = package.plan_review("main", tiers=["safe"])
    assert [(s.path, s.first, s.last, s.text) for s in review.suggestions] == [("main.tf", 2, 2, "good\n")]
    assert review.patch == ""


# Any text, any edits, any hunks ------------------------------------------------------------------------------------


def report(number: int, edits: tuple[Edited, ...]) -> Report:
    fix = Alternative(f"fix {number}", Tier.SAFE, Impact.NONE)
    return Report(
        code="TOY001",
        name="toy",
        message="no",
        severity=Severity.RISK,
        path="a",
        span=Span(0, 0),
        position=Position(1, 1),
        module=".",
        address=str(number),
        argument="",
        fingerprint=str(number),
        status=Status.FIXED,
        fix=fix,
        edits=edits,
    )


@st.composite
def reviewed(draw: st.DrawFn) -> tuple[Run, dict[str, str], bytes]:
    """Draw a run over two files, what they become, and the diff of a pull request."""
    edits: dict[str, list[Edited]] = {}
    changes: list[Change] = []
    after: dict[str, str] = {}
    for path in ("a", "b"):
        text = "".join(draw(st.lists(st.sampled_from(["x\n", "y\n", "\n", "```\n"]), min_size=1, max_size=12)))
        cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
        new, offset = "", 0
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            end = draw(st.sampled_from([start, end]))  # noqa: PLW2901 - many are insertions
            put = draw(st.text(st.sampled_from("z\n"), max_size=4))
            if text[start:end] == put:
                continue
            edits.setdefault(path, []).append(Edited(path, Span(start, end), text[start:end], put))
            new += text[offset:start] + put
            offset = end
        new += text[offset:]
        after[path] = new
        if new != text:
            changes.append(Change(path, Document(path, text), Document(path, new)))
    every = list(itertools.chain.from_iterable(edits.values()))
    owners = [draw(st.integers(0, 4)) for _ in every]
    reports = tuple(
        report(number, tuple(edit for edit, owner in zip(every, owners, strict=True) if owner == number))
        for number in range(5)
        if number in owners
    )
    first, size = draw(st.integers(1, 8)), draw(st.integers(1, 8))
    diff = b"".join(b"diff --git a/%s b/%s\n+++ b/%s\n@@ -1 +%d,%d @@\n" % (p, p, p, first, size) for p in (b"a", b"b"))
    run = Run(Project(Path.cwd(), None, frozenset()), reports, tuple(changes), (), {}, 2)
    return run, after, diff


@settings(max_examples=100, deadline=None)
@given(reviewed())
def test_every_fix_is_a_suggestion_or_in_the_patch_and_never_torn(case: tuple[Run, dict[str, str], bytes]) -> None:
    run, after, diff = case
    review = plan(run, diff)
    told = [one for suggestion in review.suggestions for one in suggestion.reports]
    assert sorted(r.address for r in (*told, *review.rest)) == sorted(r.address for r in run.reports)
    with tempfile.TemporaryDirectory() as root:
        for change in run.changes:
            Path(root, change.path).write_bytes(clicked(change, review).encode())
        if review.patch:
            patch = ["git", "apply", "--whitespace=nowarn"]
            subprocess.run(patch, cwd=root, input=review.patch.encode(), check=True)
        for change in run.changes:
            assert Path(root, change.path).read_bytes().decode() == after[change.path]
    assert all(SUGGESTION.search(comment["body"]) for comment in content(review, run)["comments"])


def clicked(change: Change, review: Review) -> str:
    """Return what the file says once its suggestions are applied; no line is suggested for twice."""
    assert change.before
    lines = lines_of(change.before.text)
    last = len(lines) + 1
    for one in sorted(review.suggestions, key=lambda s: -s.first):
        if one.path == change.path:
            assert 1 <= one.first <= one.last < last
            last = one.first
            lines[one.first - 1 : one.last] = [one.text]
    return "".join(lines)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
