"""What comes out of a run of the engine: documents, and for every finding what became of it."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass, field

from iacfix.transforms.findings import Finding, Fix, Impact, Reach, Severity, Tier
from iacfix.transforms.model import Component, Document, Position, Problem, Span
from iacfix.transforms.registry import Fixer, Settings

SUPPRESSED = "suppressed"  # what the reason of a finding that somebody does not want to see begins with


class Status(enum.StrEnum):
    """What became of a finding."""

    FIXED = "fixed"
    AVAILABLE = "available"  # a flag would mend it; `Report.tier` says which
    SKIPPED = "skipped"  # a person or a guard said no: suppressed, not given, a dirty file, ignore_changes
    FAILED = "failed"  # the proof found the fix wanting; nothing of it was kept
    BLOCKED = "blocked"  # another fix or a file that could not be read stood in the way
    NONE = "none"  # there is no fix: advice only


@dataclass(frozen=True, slots=True)
class Edited:
    """A change that a fix made to a file: *after* stands where *before* stood.

    *span* counts characters of the file as it was before the run (without its byte order mark).
    """

    path: str
    span: Span
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """A fix as it is told to people."""

    title: str
    tier: Tier
    impact: Impact
    note: str = ""
    reaches: tuple[Reach, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A finding and what became of it.

    *path*, *span* and *position* say where it stood in the file before the run. *fix* is the alternative that was
    applied, or that would be with more flags; *edits* are what it changed.
    """

    code: str
    name: str
    message: str
    severity: Severity
    path: str
    span: Span
    position: Position
    module: str
    address: str
    argument: str
    fingerprint: str
    status: Status
    reason: str = ""
    advice: str = ""
    secret: bool = False
    fix: Alternative | None = None
    alternatives: tuple[Alternative, ...] = ()
    edits: tuple[Edited, ...] = ()

    @property
    def tier(self) -> Tier | None:
        """The tier of `fix`."""
        return self.fix.tier if self.fix else None

    @property
    def suppressed(self) -> bool:
        """Whether a comment or a template's metadata says that the finding is as it should be."""
        return self.status is Status.SKIPPED and self.reason.startswith(SUPPRESSED)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A finding with the fix that the tiers allow and the places that it would write to, before it is applied.

    *touched* has the documents and spans (in the text at that moment) of the finding and of every edit; the first is
    the finding's own.
    """

    fixer: Fixer
    finding: Finding
    component: Component
    fix: Fix | None
    touched: tuple[tuple[str, Span], ...] = ()


def _everything(_: Candidate) -> bool:
    return True


def _no_objection(_: Candidate) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Options:
    """What a run may do.

    - *fixers* run, in the order of their codes; *tiers* are applied; *named* are the codes of those that somebody
      selected one by one;
    - *counts* says whether a finding is one of those asked for (``PATH``, ``--since``); the others are left out;
    - *objection* gives the reason why a fix must be skipped (a dirty file, ``--only-given``), or an empty string. It
      must not depend on what the run has changed so far: it sees paths as they were given;
    - *write* False: nothing is applied, every finding is reported as it stands.
    """

    fixers: tuple[Fixer, ...]
    tiers: frozenset[Tier] = frozenset({Tier.SAFE})
    settings: Settings = field(default_factory=Settings)
    counts: Callable[[Candidate], bool] = _everything
    objection: Callable[[Candidate], str] = _no_objection
    write: bool = True
    named: frozenset[str] = frozenset()

    def allowed(self, fixer: Fixer) -> frozenset[Tier]:
        """Return the tiers of the fixes that *fixer* may make."""
        return self.tiers.union(fixer.tiers) if fixer.on_request and fixer.code in self.named else self.tiers


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a run over one component.

    *documents* are those that changed or are new, as they should be written. *problems* are what could not be read.
    """

    documents: dict[str, Document]
    reports: tuple[Report, ...]
    problems: tuple[Problem, ...] = ()
