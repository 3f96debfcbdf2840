"""What a fixer says: a mistake, where it is, how bad it is, and the ways to mend it."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from iacfix.transforms.edits import Edit
from iacfix.transforms.model import Entry, Module, Resource, Value


class Severity(enum.StrEnum):
    """What happens to who leaves it."""

    BLOCKER = "blocker"  # will not deploy, or not run
    RISK = "risk"
    NOTE = "note"


class Tier(enum.StrEnum):
    """What a fix may do, and so which flag applies it."""

    SAFE = "safe"  # inert, or a repair of what cannot be created or run as written
    FRESH = "fresh"  # right for code that is not deployed yet
    UNSAFE = "unsafe"  # any other update
    SCAFFOLD = "scaffold"  # adds what wants an owner

    @property
    def flag(self) -> str:
        """The command line's word for it, empty for safe."""
        return "" if self is Tier.SAFE else f"--{self.value}"


class Impact(enum.StrEnum):
    """What ``terraform plan`` would say of a deployed stack after the fix."""

    NONE = "none"
    UPDATE = "update"
    REPLACE = "replace"
    DESTROY = "destroy"
    CREATE = "create"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reach:
    """An argument whose planned value a fix changes: the resource's address, seen from its module, and the argument."""

    module: str
    address: str
    argument: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a finding: an atomic set of edits, all of it or nothing.

    *title* completes the sentence "iacfix would ...". *reaches* lists the arguments that change for a deployed stack;
    where it is empty and the impact is not NONE, the engine takes those that the edits themselves stand in. *removes*
    lists what is taken away on purpose, for the proof. *note* is said to the reader of the diff. *alone*: it changes
    what a name stands for, so that a fix which copies that name in the same pass would be out of date; the others wait.
    """

    title: str
    tier: Tier
    impact: Impact
    edits: tuple[Edit, ...]
    reaches: tuple[Reach, ...] = ()
    removes: tuple[str, ...] = ()
    note: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake in *module*, at *at* of *resource*.

    *argument* is the path of the argument. *fixes* are alternatives, the least daring first: the engine takes the last
    one whose tier is allowed. A finding without a fix says in *advice* what a person should do. *normal* is the value
    as it counts for the fingerprint: what is written, without layout.
    """

    message: str
    module: Module
    resource: Resource
    at: Value | Entry | Resource
    argument: str = ""
    severity: Severity = Severity.RISK
    fixes: tuple[Fix, ...] = ()
    advice: str = ""
    normal: str = ""
    secret: bool = False  # the value is one that must not be shown
