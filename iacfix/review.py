"""A review of a pull request: suggestions that are applied with one click, and a patch for what cannot be one.

GitHub takes a suggestion where every line of it lies in one hunk of the pull request's diff, and one for each line. A
fix whose edits all lie so becomes a suggestion; every other one goes into the companion patch, which applies on top of
the suggestions. Both together give what `apply` gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from iacfix.changed import hunks_of
from iacfix.reports import patch
from iacfix.reports.lines import Block, apply, blocks, lines_of
from iacfix.reports.secrets import Mask
from iacfix.reports.text import plural
from iacfix.run import Change, Run
from iacfix.transforms.findings import Impact
from iacfix.transforms.outcome import Edited, Report, Status

MOST = 30  # comments that GitHub takes at once without losing some
_LONGEST = 60_000  # characters of a patch that a review's text has room for
_FENCE = re.compile(r"`{3,}")

Ranges = Mapping[str, Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The lines from *first* to *last*, counted from 1 with both ends in, should become *text*."""

    path: str
    first: int
    last: int
    text: str
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """Suggestions, the findings that they leave to the patch, and the patch."""

    suggestions: tuple[Suggestion, ...]
    rest: tuple[Report, ...]
    patch: str


@dataclass(frozen=True, slots=True)
class _Unit:
    """Fixes that stand or fall together, since they change the same lines; in one file, or in several."""

    reports: tuple[Report, ...]
    blocks: frozenset[tuple[str, Block]]

    @property
    def paths(self) -> set[str]:
        return {path for path, _ in self.blocks}

    def with_(self, other: _Unit) -> _Unit:
        reports = dict.fromkeys((*self.reports, *other.reports))
        return _Unit(tuple(reports), self.blocks | other.blocks)


def plan(run: Run, diff: bytes) -> Review:
    """Divide what *run* would change into suggestions on the pull request that *diff* shows, and a patch."""
    hunks: dict[str, list[tuple[int, int]]] = {}
    for path, start, count in hunks_of(diff):
        hunks.setdefault(path, []).append((start, start + count - 1))
    changes = {change.path: change for change in run.changes}
    units = _units(run, changes)
    suggestions = tuple(_suggestions(units, changes, hunks))[:MOST]
    told = {report for suggestion in suggestions for report in suggestion.reports}
    rest = tuple(report for unit in units for report in unit.reports if report not in told)
    return Review(suggestions, rest, patch.patch(_after(suggestions, changes)))


def content(review: Review, run: Run, *, patch_file: str = "") -> dict[str, Any]:
    """Return the review as GitHub's interface takes it; the patch is in its text unless it is in *patch_file*."""
    mask = Mask.of(run)
    return {
        "event": "COMMENT",
        "body": _body(review, mask, patch_file),
        "comments": [_comment(suggestion, mask) for suggestion in review.suggestions],
    }


# Which fixes belong together ----------------------------------------------------------------------------------------


def _units(run: Run, changes: Mapping[str, Change]) -> list[_Unit]:
    """Return what is fixed, in groups that share no lines, in the order of the source."""
    fixed = [report for report in run.reports if report.status is Status.FIXED]
    by_path: dict[str, set[Edited]] = {}
    for report in fixed:
        for edit in report.edits:
            by_path.setdefault(_real(run, edit.path), set()).add(edit)
    found = {path: _blocks(changes[path], edits) for path, edits in by_path.items() if path in changes}
    units: list[_Unit] = []
    for report in fixed:
        touched = frozenset(
            (path, block)
            for edit in report.edits
            for path in (_real(run, edit.path),)
            for block in found.get(path, ())
            if _meets(changes[path], block, edit)
        )
        unit = _Unit((report,), touched)
        for other in [one for one in units if one.blocks & touched]:
            units.remove(other)
            unit = other.with_(unit)
        units.append(unit)
    return units


def _real(run: Run, path: str) -> str:
    return run.project.real(path) or path


def _blocks(change: Change, edits: Iterable[Edited]) -> list[Block]:
    """Return the blocks that *edits* make of a file; all of it where they do not tell the whole story."""
    if change.before is not None:
        found = blocks(change.before.text, edits)
        if apply(change.before.text, found) == change.after.text:
            return found
    return [Block(0, len(lines_of(change.before.text)) if change.before else 0, change.after.text)]


def _meets(change: Change, block: Block, edit: Edited) -> bool:
    """Say whether *edit* is part of *block*."""
    if change.before is None or (block.first == 0 and block.text == change.after.text):
        return True
    text = change.before.text
    first = text.count("\n", 0, edit.span.start)
    if block.first == block.last:
        return first == block.first
    return block.first <= first < block.last or (first == block.last and not text[edit.span.start :])


# What can be a suggestion -------------------------------------------------------------------------------------------


def _suggestions(units: Iterable[_Unit], changes: Mapping[str, Change], hunks: Ranges) -> list[Suggestion]:
    """Return the suggestions that *units* can be, in order; those that would meet in a line become one, or none."""
    possible = [(unit, s) for unit in units if (s := _suggestion(unit, changes, hunks)) is not None]
    done: list[tuple[_Unit, Suggestion]] = []
    for one in sorted(possible, key=lambda pair: (pair[1].path, pair[1].first, pair[1].last)):
        unit: _Unit = one[0]
        suggestion: Suggestion | None = one[1]
        while (
            suggestion is not None
            and done
            and done[-1][1].path == suggestion.path
            and suggestion.first <= done[-1][1].last
        ):
            unit = done.pop()[0].with_(unit)
            suggestion = _suggestion(unit, changes, hunks)
        if suggestion is not None:
            done.append((unit, suggestion))
    return [suggestion for _, suggestion in done]


def _suggestion(unit: _Unit, changes: Mapping[str, Change], hunks: Ranges) -> Suggestion | None:
    """Return *unit* as one suggestion, or None when GitHub would not take it."""
    if len(unit.paths) != 1 or (change := changes[min(unit.paths)]).before is None:
        return None
    text, after = change.before.text, change.after.text
    # Whether a suggestion keeps such line ends is not documented.
    if "\r" in text or "\r" in after or not text.endswith("\n") or not after.endswith("\n"):
        return None
    old, new = lines_of(text), lines_of(apply(text, (block for _, block in unit.blocks)))
    first = min(block.first for _, block in unit.blocks)
    last = max(block.last for _, block in unit.blocks)
    # Nothing can be suggested for no line, so that what is inserted takes a neighbour along.
    for start, end in ((first, last), (first - 1, last), (first, last + 1)):
        if 0 <= start < end <= len(old) and _in_one(hunks.get(change.path, ()), start + 1, end):
            body = "".join(new[start : len(new) - (len(old) - end)])
            return Suggestion(change.path, start + 1, end, body, unit.reports)
    return None


def _in_one(hunks: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    return any(start <= first and last <= end for start, end in hunks)


def _after(suggestions: Iterable[Suggestion], changes: Mapping[str, Change]) -> Iterator[Change]:
    """Yield what is left to change once the suggestions are applied."""
    by_path: dict[str, list[Block]] = {}
    for one in suggestions:
        by_path.setdefault(one.path, []).append(Block(one.first - 1, one.last, one.text))
    for path, change in changes.items():
        if change.before is None:
            yield change
        else:
            before = change.before.but(apply(change.before.text, by_path.get(path, ())))
            yield replace(change, before=before)


# How it reads -------------------------------------------------------------------------------------------------------


def _comment(suggestion: Suggestion, mask: Mask) -> dict[str, Any]:
    fence = _fence(suggestion.text)
    said = "\n\n".join(_said(report, mask) for report in suggestion.reports)
    comment: dict[str, Any] = {
        "path": suggestion.path,
        "line": suggestion.last,
        "side": "RIGHT",
        "body": f"{said}\n\n{fence}suggestion\n{suggestion.text}{fence}\n",
    }
    if suggestion.first < suggestion.last:
        comment |= {"start_line": suggestion.first, "start_side": "RIGHT"}
    return comment


def _said(report: Report, mask: Mask) -> str:
    fix = report.fix
    lines = [f"**{report.code} {report.name}**: {mask(report.message)}"]
    if fix:
        plan_ = "" if fix.impact is Impact.NONE else f", plan: {fix.impact}"
        lines.append(f"Fix [{fix.tier}{plan_}]: {mask(fix.title)}")
        lines += [mask(fix.note)] if fix.note else []
    return "  \n".join(lines)


def _body(review: Review, mask: Mask, patch_file: str) -> str:
    count = plural(len(review.suggestions), "suggestion")
    if not review.patch:
        return f"iacfix: {count}." if review.suggestions else "iacfix: nothing to suggest."
    listed = "\n".join(
        f"- `{report.path}:{report.position.line}` {report.code} {mask(report.message)}" for report in review.rest
    )
    head = f"iacfix: {count}. {plural(len(review.rest), 'fix', 'fixes')} cannot be a suggestion"
    if patch_file:
        return f"{head}; apply them with `git apply {patch_file}` after the suggestions.\n\n{listed}"
    if len(review.patch) > _LONGEST:
        return f"{head}, and the patch is too long to show; `iacfix suggest --patch FILE` writes it.\n\n{listed}"
    fence = _fence(review.patch)
    shown = f"{fence}diff\n{review.patch}{fence}"
    return f"{head}; apply this with `git apply` after the suggestions.\n\n{listed}\n\n{shown}\n"


def _fence(text: str) -> str:
    """Return a fence that nothing in *text* closes."""
    return "`" * max([3, *(len(match[0]) + 1 for match in _FENCE.finditer(text))])
