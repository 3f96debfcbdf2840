"""Small worlds in memory: a tree of texts, and what the fixers make of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import iacfix.fixers
from iacfix.transforms.engine import mend
from iacfix.transforms.findings import Tier
from iacfix.transforms.languages import Language, candidates, language
from iacfix.transforms.model import Component, Document, Problem
from iacfix.transforms.outcome import Options, Outcome, Report
from iacfix.transforms.registry import FIXERS, Fixer

assert iacfix.fixers  # importing it registers them

ALL = frozenset(Tier)


@dataclass(frozen=True)
class World:
    """A tree of files that is all there is."""

    files: Mapping[str, str]
    closed: bool = True

    def paths(self) -> frozenset[str]:
        return frozenset(self.files)

    def text(self, path: str) -> str | None:
        text = self.files.get(path)
        return None if text is None else text.removeprefix("\ufeff")

    def but(self, changed: Mapping[str, str]) -> World:
        return World({**self.files, **changed}, self.closed)

    def documents(self, of: Language) -> dict[str, Document]:
        return {
            path: Document(path, text.removeprefix("\ufeff"), of.name, text.startswith("\ufeff"))
            for path, text in self.files.items()
            if of.name in candidates(path) and of.claims(path, text.removeprefix("\ufeff"))
        }

    def languages(self) -> list[Language]:
        names = {name for path in self.files for name in candidates(path)}
        return [language(name) for name in sorted(names)]

    def components(self) -> list[tuple[Language, Component]]:
        return [
            (of, of.read({path: documents[path] for path in group}, self))
            for of in self.languages()
            for documents in [self.documents(of)]
            for group in of.group(documents)
        ]


@dataclass(frozen=True)
class Mended:
    """What became of a world."""

    world: World
    reports: tuple[Report, ...]
    problems: tuple[Problem, ...]
    outcomes: tuple[Outcome, ...]


def fixed(world: World, tiers: Iterable[Tier] = (Tier.SAFE,), fixers: Iterable[Fixer] | None = None) -> Mended:
    """Return the world after a run."""
    options = Options(tuple(FIXERS.values() if fixers is None else fixers), frozenset(tiers) | {Tier.SAFE})
    outcomes = [
        mend(of, {path: documents[path] for path in group}, world, options)
        for of in world.languages()
        for documents in [world.documents(of)]
        for group in of.group(documents)
    ]
    changed = {path: document.encode().decode() for outcome in outcomes for path, document in outcome.documents.items()}
    return Mended(
        world.but(changed),
        tuple(report for outcome in outcomes for report in outcome.reports),
        tuple(problem for outcome in outcomes for problem in outcome.problems),
        tuple(outcomes),
    )


def told(report: Report) -> str:
    """Return a report as one line of a golden case's findings."""
    line, column = report.position
    tiers = "/".join(dict.fromkeys(a.tier.value for a in report.alternatives)) or "no fix"
    return f"{report.path}:{line}:{column}: {report.code} [{tiers}] {report.message}"
