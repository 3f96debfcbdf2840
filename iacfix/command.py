"""What a command amounts to, once the command line or the API has said what is wanted: find, run, write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from iacfix import config, selection
from iacfix.changed import ChangedLines, base_of, since
from iacfix.journal import Journal
from iacfix.project import Place, common_folder, discover, locate
from iacfix.run import Request, Run, Session, Watch, run
from iacfix.transforms.findings import Severity, Tier


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for; what is left out is the configuration's to say."""

    paths: tuple[Path, ...] = ()
    tiers: frozenset[Tier] = frozenset()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict[str, str])
    since: str | None = None
    only_given: bool = False
    allow_dirty: bool = False
    jobs: int | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """A command that is ready to run, and what it has to say about the place that it found."""

    session: Session
    journal: Journal
    config: config.Config
    warnings: tuple[str, ...] = ()

    @property
    def fail_on(self) -> Severity | None:
        """The configuration's word for what should stop a pipeline."""
        return self.config.fail_on


def prepared(wish: Wish, *, writes: bool, watch: Watch | None = None) -> Job:
    """Find the project and mend it in memory; raises Refusal. Before *writes*, an interrupted run is taken back."""
    start = common_folder(wish.paths)
    found = config.find(start)
    place = locate(wish.paths, anchor=found.anchor)
    journal = Journal.of(place.root, place.repository)
    warnings = _recovered(journal, writes=writes)
    request = Request(
        codes=selection.chosen(
            wish.select or found.select, (*found.ignore, *wish.ignore), (*found.extend_select, *wish.extend_select)
        ),
        tiers=frozenset({Tier.SAFE}) | found.tiers | wish.tiers,
        named=selection.singled_out((*wish.select, *wish.extend_select)),
        settings={**found.settings, **wish.settings},
        ignored=found.per_file(place.root),
        changed=_changed(place, wish.since),
        only_given=wish.only_given,
        allow_dirty=wish.allow_dirty,
        jobs=wish.jobs,
    )
    project = discover(place, exclude=found.exclude_from(place.root))
    session = run(project, request, dirty=_dirty(place, journal), watch=watch)
    return Job(session, journal, found, warnings)


def written(job: Job) -> Run:
    """Write what the job would change, and return what became of it. Raises Refusal."""
    job.session.recheck()
    result = job.session.result()
    job.journal.write(result.changes)
    return result


def _changed(place: Place, reference: str | None) -> ChangedLines | None:
    """Return the lines that findings are restricted to, None for all of them; raises Refusal."""
    if reference is None:
        return None
    base = base_of(place.repository, reference)
    return since(place.repository, base) if place.repository else None


def _dirty(place: Place, journal: Journal) -> frozenset[str]:
    """Return the files whose changes are nowhere but in the work tree, and not our own."""
    dirty = place.repository.dirty() if place.repository else frozenset[str]()
    return dirty - journal.ours() if dirty else dirty


def _recovered(journal: Journal, *, writes: bool) -> tuple[str, ...]:
    if not journal.interrupted:
        return ()
    if not writes:
        return ("an earlier run was interrupted while writing; `iacfix undo` takes it back",)
    restored = journal.recover()
    return (f"an earlier run was interrupted while writing; it was taken back ({len(restored)} files)",)
