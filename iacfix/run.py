"""The run over a project: its components are mended one by one, in processes where that pays, and put together.

Nothing is written here: a `Run` says what became of every finding, and what the files should say.
"""

from __future__ import annotations

import gc
import importlib
import itertools
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from iacfix.project import Fault, Part, Project, inside
from iacfix.transforms.findings import Tier
from iacfix.transforms.languages import language
from iacfix.transforms.model import Document, Origin, Problem, Span, Tree
from iacfix.transforms.outcome import Candidate, Options, Outcome, Report, Status
from iacfix.transforms.registry import FIXERS, Settings

BATCH = 200_000  # characters that are worth sending to a process at once
WORTHWHILE = 1_000_000  # characters below which processes cost more than they save
CHANGED_MEANWHILE = "changed while iacfix was running; run it again"

Watch = Callable[[int, int], None]


class Changed(Protocol):
    """The lines that findings are restricted to."""

    def touches(self, candidate: Candidate, read: Callable[[str], Document | None]) -> bool:
        """Say whether the finding, or an edit of its fix, is on one of them; *read* gives files as they were."""
        ...


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a run.

    - *codes* are the fixers that run, *named* those that were selected one by one;
    - *ignored* says for a path which of them do not count there;
    - *changed* restricts findings to lines;
    - *only_given* and *allow_dirty* say which files may be written;
    - *jobs* is the number of processes, None for as many as pay.
    """

    codes: tuple[str, ...]
    tiers: frozenset[Tier] = frozenset({Tier.SAFE})
    settings: Mapping[str, str] = field(default_factory=dict[str, str])
    ignored: Callable[[str], frozenset[str]] | None = None
    changed: Changed | None = None
    only_given: bool = False
    allow_dirty: bool = False
    jobs: int | None = None
    named: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """What should become of a file; *before* is None for a new one."""

    path: str
    before: Document | None
    after: Document


@dataclass(frozen=True, slots=True)
class Run:
    """What a run found, and what it would write."""

    project: Project
    reports: tuple[Report, ...]
    changes: tuple[Change, ...]
    faults: tuple[Fault, ...]
    texts: Mapping[str, str]
    files: int

    def text(self, path: str) -> str:
        """Return what a file said before the run, empty for one that was not there."""
        return self.texts.get(path) or self.project.text(path) or ""


@dataclass(frozen=True, slots=True)
class Guard:
    """Says which findings count and which files must not be written; *forbidden* has the reason for each such file."""

    project: Project
    request: Request
    forbidden: Mapping[str, str]
    before: Mapping[str, Document]

    def counts(self, candidate: Candidate) -> bool:
        """Say whether the finding is one of those asked for."""
        path = place(candidate)
        if not self.project.is_given(path):
            return False
        if self.request.ignored and candidate.fixer.code in self.request.ignored(path):
            return False
        return self.request.changed is None or self.request.changed.touches(candidate, self.document)

    def document(self, path: str) -> Document | None:
        """Return a file as it was before the run."""
        return self.before.get(path) or self.project.document(path)

    def objection(self, candidate: Candidate) -> str:
        """Return the reason why the fix must not be made, or an empty string."""
        for path in sorted({path for path, _ in candidate.touched[1:]}):
            if reason := self._objection_to(path):
                return f"{path} {reason}"
        return ""

    def _objection_to(self, path: str) -> str:
        if path in self.forbidden:
            return self.forbidden[path]
        if not inside(path) or self.project.real(path) is None:
            return "is outside the tree"
        if self.project.excluded.covers(path):
            return "is excluded by the configuration"
        if self.request.only_given and not self.project.is_given(path):
            return "is not one of the given paths (--only-given)"
        return _read_only(self.project.root / path)


def place(candidate: Candidate) -> str:
    """Return the path of the document that the finding stands in."""
    if candidate.touched:
        return candidate.touched[0][0]
    origin = candidate.finding.at.origin or candidate.finding.resource.origin
    return origin.path if origin else ""


def run(project: Project, request: Request, *, dirty: Iterable[str] = (), watch: Watch | None = None) -> Session:
    """Mend every component of *project*; *dirty* files must not be written unless the request allows it."""
    session = Session(project, request, {} if request.allow_dirty else dict.fromkeys(dirty, DIRTY))
    session.mend(watch)
    session.settle()
    return session


DIRTY = "has changes that are not in git's index (--allow-dirty writes it all the same)"


class Session:
    """The components of a run and what came out of each."""

    def __init__(self, project: Project, request: Request, forbidden: dict[str, str]) -> None:
        """Find the components."""
        self.project = project
        self.request = request
        self.forbidden = forbidden
        self.parts, self.faults = project.parts()
        self.before = {path: document for part in self.parts for path, document in part.documents.items()}
        self.outcomes: list[Outcome] = []

    def mend(self, watch: Watch | None = None) -> None:
        """Mend all components."""
        worker = Worker(self.project, self._guard())
        total = sum(part.size for part in self.parts)
        processes = self._processes(total)
        found: dict[int, Outcome] = {}
        done = 0
        each = _in_processes(worker, self.parts, processes) if processes > 1 else _here(worker, self.parts)
        for index, outcome in each:
            found[index] = outcome
            done += self.parts[index].size
            if watch:
                watch(done, total)
        self.outcomes = [found[index] for index in range(len(self.parts))]

    def settle(self) -> None:
        """Let every file have one text, though several components changed it.

        One that is read under several names, through links, is left alone where these came out differently. For any
        other, components are mended again, each seeing what those before it have written.
        """
        self._forbid(self._read_twice(), "is the same file as another one that the fix does not suit")
        written: dict[str, str] = {}
        for index, outcome in enumerate(self.outcomes):
            clash = any(
                written.get(path, document.text) != document.text for path, document in outcome.documents.items()
            )
            if clash:
                outcome = self._again(index, replace(self.project, overlay=dict(written)))  # noqa: PLW2901
            written.update((path, document.text) for path, document in outcome.documents.items())

    def recheck(self) -> None:
        """Give up what would be written to files that are no longer what was read."""
        stale = [change.path for change in self.result().changes if not _as_read(self.project.root, change)]
        self._forbid(stale, CHANGED_MEANWHILE)

    def result(self) -> Run:
        """Put the outcomes together."""
        after: dict[str, Document] = {}
        for outcome in self.outcomes:
            after.update(outcome.documents)
        # By the file that a link leads to, which is what is written.
        changes = {change.path: change for change in itertools.starmap(self._change, after.items()) if change}
        return Run(
            self.project,
            tuple(sorted(map(_blocked, self._reports()), key=lambda r: (r.path, r.position, r.code, r.argument))),
            tuple(changes[path] for path in sorted(changes)),
            tuple(sorted({*self.faults, *self._problems()}, key=lambda f: (f.path, f.line, f.column, f.message))),
            {report.path: self.before[report.path].text for report in self._reports() if report.path in self.before},
            len(self.before),
        )

    def _guard(self) -> Guard:
        return Guard(self.project, self.request, self.forbidden, self.before)

    def _processes(self, total: int) -> int:
        if self.request.jobs is not None:
            return min(self.request.jobs, len(self.parts))
        return min(os.cpu_count() or 1, len(self.parts)) if total >= WORTHWHILE else 1

    def _forbid(self, paths: Iterable[str], reason: str) -> None:
        """Mend again, without writing to *paths*, the components that changed them."""
        if not (new := set(paths)):
            return
        self.forbidden.update(dict.fromkeys(new, reason))
        for index, outcome in enumerate(self.outcomes):
            if not new.isdisjoint(outcome.documents):
                self._again(index, self.project)

    def _again(self, index: int, project: Project) -> Outcome:
        outcome = Worker(project, self._guard()).mend(self.parts[index])
        self.outcomes[index] = outcome
        return outcome

    def _read_twice(self) -> Iterator[str]:
        """Yield the changed documents that are one file under several names, and differ in what came out."""
        after = {path: document for outcome in self.outcomes for path, document in outcome.documents.items()}
        names: dict[str, set[str]] = {}
        for path in self.before:
            real = self.project.real(path) if (self.project.root / path).is_symlink() else path
            names.setdefault(real or path, set()).add(path)
        for same in names.values():
            if len(same) > 1 and len({after.get(path, self.before[path]).text for path in same}) > 1:
                yield from same & after.keys()

    def _change(self, path: str, after: Document) -> Change | None:
        before = self.before.get(path) or self.project.document(path)
        target = self.project.real(path) or path
        if before is None:
            return Change(target, None, after)
        after = replace(after, bom=before.bom)
        return None if after.text == before.text else Change(target, before, after)

    def _reports(self) -> Iterator[Report]:
        for outcome in self.outcomes:
            yield from outcome.reports

    def _problems(self) -> Iterator[Fault]:
        for part, outcome in zip(self.parts, self.outcomes, strict=True):
            if not any(map(self.project.is_given, part.documents)):
                continue
            for problem in outcome.problems:
                path, span = problem.origin
                document = part.documents.get(path) or self.project.document(path)
                line, column = document.position(span.start) if document else (1, 1)
                yield Fault(path, problem.message, line, column)


@dataclass(frozen=True, slots=True)
class Worker:
    """Mends components, in this process or in another one."""

    project: Project
    guard: Guard

    def mend(self, part: Part) -> Outcome:
        """Mend one component."""
        importlib.import_module("iacfix.fixers")  # registers them, in a process that was spawned
        request = self.guard.request
        options = Options(
            fixers=tuple(FIXERS[code] for code in sorted(request.codes)),
            tiers=request.tiers,
            settings=Settings(MappingProxyType(dict(request.settings))),
            counts=self.guard.counts,
            objection=self.guard.objection,
            named=request.named,
        )
        return mended(part, self.project, options)


def mended(part: Part, tree: Tree, options: Options) -> Outcome:
    """Mend one component; an accident inside is a problem of its first document, and the others go on."""
    from iacfix.transforms.engine import mend  # noqa: PLC0415 - heavy

    try:
        return mend(language(part.language), part.documents, tree, options)
    except Exception as error:  # noqa: BLE001 - see above
        return _accident(part, f"{type(error).__name__}: {error}")


def _accident(part: Part, what: str) -> Outcome:
    """Return the outcome of a component that the engine itself failed on."""
    message = f"iacfix failed here and left these files alone ({what}); please report it"
    return Outcome({}, (), (Problem(message, Origin(min(part.documents), Span(0, 0))),))


def _here(worker: Worker, parts: list[Part]) -> Iterator[tuple[int, Outcome]]:
    for index, part in enumerate(parts):
        yield index, worker.mend(part)


def _in_processes(worker: Worker, parts: list[Part], processes: int) -> Iterator[tuple[int, Outcome]]:
    """Mend *parts* in processes, the largest first; yields as they are done."""
    # A fork is cheapest, and wrong as soon as there are threads.
    method = "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_begin, initargs=(worker,)) as pool:
        futures = {pool.submit(_mend_batch, [parts[i] for i in batch]): batch for batch in _batches(parts)}
        for future in as_completed(futures):
            batch = futures[future]
            try:
                yield from zip(batch, future.result(), strict=True)
            except BrokenProcessPool:
                yield from ((index, _accident(parts[index], "its process died")) for index in batch)


def _batches(parts: list[Part]) -> list[list[int]]:
    """Divide the positions of *parts* into batches of some size, the largest parts first."""
    batches: list[list[int]] = []
    room = 0
    for index in sorted(range(len(parts)), key=lambda i: -parts[i].size):
        if parts[index].size > room:
            batches.append([])
            room = BATCH
        batches[-1].append(index)
        room -= parts[index].size
    return batches


_workers: list[Worker] = []  # the one of this process, where it is one of a pool


def _begin(worker: Worker) -> None:
    collect_rarely()
    _workers[:] = [worker]


def collect_rarely() -> None:
    """Look for cycles of garbage seldom: a component is read, mended and forgotten, and almost nothing in it is one."""
    gc.set_threshold(100_000, 50, 100)


def _mend_batch(parts: list[Part]) -> list[Outcome]:
    return [_workers[0].mend(part) for part in parts]


def _read_only(path: Path) -> str:
    """Return why the file at *path* cannot be replaced, or an empty string."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return ""  # a new file
    if not mode & 0o222 or not os.access(path, os.W_OK):
        return "is read-only"
    return "" if os.access(path.parent, os.W_OK) else "is in a directory that cannot be written to"


def _as_read(root: Path, change: Change) -> bool:
    """Say whether the file still is what it was when it was read."""
    try:
        now = (root / change.path).read_bytes()
    except FileNotFoundError:
        return change.before is None
    except OSError:
        return False
    return change.before is not None and now == change.before.encode()


def _blocked(report: Report) -> Report:
    """Tell apart a file that stood in the way from a person's no."""
    if report.status is Status.SKIPPED and report.reason.endswith(CHANGED_MEANWHILE):
        return replace(report, status=Status.BLOCKED)
    return report
