"""The Python interface: what the command does, as functions that neither print nor exit.

Every function raises `Refusal` when what is asked for cannot be done, with the reason and what to do; what is wrong
with a single file is among the errors of the result.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypedDict, Unpack

from iacfix import command, selection
from iacfix.changed import base_of
from iacfix.errors import Refusal
from iacfix.project import Fault, Part
from iacfix.review import Review, plan
from iacfix.run import Run, mended
from iacfix.transforms.findings import Impact, Reach, Severity, Tier
from iacfix.transforms.languages import candidates, language
from iacfix.transforms.model import Document
from iacfix.transforms.outcome import Alternative, Candidate, Edited, Options, Report, Status
from iacfix.transforms.registry import FIXERS, Settings

__all__ = [
    "Alternative",
    "Edited",
    "Fault",
    "File",
    "Impact",
    "Reach",
    "Refusal",
    "Report",
    "Result",
    "Review",
    "Severity",
    "Status",
    "Tier",
    "apply_paths",
    "check_paths",
    "fix_text",
    "plan_review",
]

StrPath = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class File:
    """A file that a run changes, or creates where *before* is None."""

    path: str
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class Result:
    """What a run found, what it changes, and what could not be read.

    *text* is what was given to `fix_text`, mended; it is empty for everything else. *root* is the directory that paths
    are relative to, None where no file system was touched.
    """

    findings: tuple[Report, ...]
    files: tuple[File, ...] = ()
    errors: tuple[Fault, ...] = ()
    text: str = ""
    root: Path | None = None

    @property
    def changed(self) -> bool:
        """Whether any file changes."""
        return bool(self.files)


def fix_text(
    text: str,
    path: str,
    siblings: Mapping[str, str] = MappingProxyType({}),
    *,
    tiers: Iterable[Tier | str] = (Tier.SAFE,),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    extend_select: Iterable[str] = (),
    settings: Mapping[str, str] = MappingProxyType({}),
) -> Result:
    """Mend *text*, the content of a file called *path*; *siblings* are other files that it belongs together with.

    No file is read or written: the world is open, and rules that reason from what is nowhere in the tree are silent.
    Findings are those in *path*; their fixes may change siblings, and make files, as `Result.files` says.
    """
    texts = {**siblings, path: text}
    handful = Handful(MappingProxyType(texts))
    findings: list[Report] = []
    errors: list[Fault] = []
    after: dict[str, Document] = {}
    options = Options(
        fixers=tuple(FIXERS[code] for code in selection.chosen(select, ignore, extend_select)),
        tiers=_tiers(tiers),
        settings=Settings(MappingProxyType(dict(settings))),
        counts=_In(path),
        named=selection.singled_out((*select, *extend_select)),
    )
    for part in handful.parts():
        if path not in part.documents:
            continue
        outcome = mended(part, handful, options)
        findings += outcome.reports
        after |= outcome.documents
        for problem in outcome.problems:
            where = problem.origin.path or path
            position = (handful.document(where) or Document(where, "")).position(problem.origin.span.start)
            errors.append(Fault(where, problem.message, *position))
    files = [_file(handful.document(name), document) for name, document in sorted(after.items())]
    changed = tuple(file for file in files if file.before != file.after)
    mended_text = next((file.after for file in changed if file.path == path), text)
    return Result(tuple(findings), changed, tuple(errors), mended_text)


class ReviewChoices(TypedDict, total=False):
    """What every function over paths may be told.

    - *tiers* come on top of the safe one and of those in the configuration;
    - *select*, *ignore*, *extend_select* name fixers by code, name or family;
    - *settings* are what only a person knows (``--set NAME=VALUE``);
    - *only_given* keeps fixes to the given paths, *allow_dirty* lets them write where git has nothing to go back to;
    - *jobs* is the number of processes, one by default: with more, call it below ``if __name__ == "__main__"``.
    """

    tiers: Iterable[Tier | str]
    select: Iterable[str]
    ignore: Iterable[str]
    extend_select: Iterable[str]
    settings: Mapping[str, str]
    only_given: bool
    allow_dirty: bool
    jobs: int


class Choices(ReviewChoices, total=False):
    """What `check_paths` and `apply_paths` may be told: also *since*, to see only what changed since that commit."""

    since: str | None


def check_paths(paths: Sequence[StrPath] = (), **choices: Unpack[Choices]) -> Result:
    """Find what is wrong in *paths* (the project of the current directory by default), and write nothing.

    A finding whose status is ``fixed`` is one that `apply_paths` would mend.
    """
    return _result(command.prepared(_wish(paths, choices), writes=False).session.result())


def apply_paths(paths: Sequence[StrPath] = (), **choices: Unpack[Choices]) -> Result:
    """Mend what is wrong in *paths*, in place: what `check_paths` announces. ``iacfix undo`` takes it back."""
    return _result(command.written(command.prepared(_wish(paths, choices), writes=True)))


def plan_review(since: str, paths: Sequence[StrPath] = (), **choices: Unpack[ReviewChoices]) -> Review:
    """Return the review of what changed since a commit: suggestions, and a patch for what cannot be one."""
    wish = replace(_wish(paths, {**choices, "since": since}), allow_dirty=True)
    return review_of(command.prepared(wish, writes=False).session.result(), since)


def review_of(run: Run, since: str) -> Review:
    """Return the review that a run since a commit makes."""
    repository = run.project.repository
    base = base_of(repository, since)
    return plan(run, repository.diff(base, "--unified=3", "--inter-hunk-context=0") if repository else b"")


@dataclass(frozen=True, slots=True)
class Handful:
    """An open world: nothing is known but a few texts."""

    texts: Mapping[str, str]

    @property
    def closed(self) -> bool:
        """There may be more files than these."""
        return False

    def paths(self) -> frozenset[str]:
        """Return the paths that were handed over."""
        return frozenset(self.texts)

    def text(self, path: str) -> str | None:
        """Return one of the texts, without its byte order mark."""
        document = self.document(path)
        return document.text if document else None

    def document(self, path: str, name: str = "text") -> Document | None:
        """Return one of the texts as a document."""
        if (text := self.texts.get(path)) is None:
            return None
        return Document(path, text.removeprefix("\ufeff"), name, text.startswith("\ufeff"))

    def parts(self) -> list[Part]:
        """Return the components."""
        found: dict[str, dict[str, Document]] = {}
        for path in sorted(self.texts):
            for name in candidates(path):
                document = self.document(path, name)
                if document and language(name).claims(path, document.text):
                    found.setdefault(name, {})[path] = document
                    break
        return [
            Part(name, {path: documents[path] for path in paths})
            for name, documents in found.items()
            for paths in language(name).group(documents)
        ]


@dataclass(frozen=True, slots=True)
class _In:
    """Says whether a finding is in one file."""

    path: str

    def __call__(self, candidate: Candidate) -> bool:
        origin = candidate.finding.at.origin or candidate.finding.resource.origin
        return origin is not None and origin.path == self.path


def _wish(paths: Sequence[StrPath], choices: Choices) -> command.Wish:
    return command.Wish(
        paths=tuple(map(Path, paths)),
        tiers=_tiers(choices.get("tiers", ())),
        select=tuple(choices.get("select", ())),
        ignore=tuple(choices.get("ignore", ())),
        extend_select=tuple(choices.get("extend_select", ())),
        settings=dict(choices.get("settings", {})),
        since=choices.get("since"),
        only_given=choices.get("only_given", False),
        allow_dirty=choices.get("allow_dirty", False),
        jobs=choices.get("jobs", 1),
    )


def _tiers(words: Iterable[Tier | str]) -> frozenset[Tier]:
    try:
        return frozenset(map(Tier, words))
    except ValueError as error:
        raise Refusal(f"{error}; tiers are {', '.join(tier.value for tier in Tier)}") from error


def _result(run: Run) -> Result:
    files = tuple(_file(change.before, change.after) for change in run.changes)
    return Result(run.reports, files, run.faults, root=run.project.root)


def _file(before: Document | None, after: Document) -> File:
    mark = "\ufeff" if before and before.bom else ""
    return File(after.path, mark + before.text if before else None, mark + after.text)
