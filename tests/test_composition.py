"""Fixers compose: ten faults in one file end in one fixpoint, and no suffix makes a name too long.

A module with many faults is made of golden cases that each fit into one file, declare different things, and refer to
nothing that they leave out: another one's would be taken for it.
"""

from __future__ import annotations

import functools
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from golden_cases import Telling, tellings
from pieces import pieces
from worlds import ALL, World, fixed

from iacfix.transforms.facts.names import NAMES
from iacfix.transforms.model import Component, Kind
from iacfix.transforms.outcome import Status
from iacfix.transforms.registry import FIXERS
from iacfix.transforms.suffix import ROOM
from iacfix.transforms.undeclared import undeclared

TRIALS = Path(__file__).parent / "trials" / "terraform"
FAULTS = 10
MODULES = range(12)
DECLARED = re.compile(
    r'^(?:(?:resource|data)\s+"?(?P<type>[\w-]+)"?\s+"?(?P<name>[\w-]+)"?|(?P<other>variable|output|module|provider)'
    r'\s+"?(?P<called>[\w-]+)"?|(?P<once>terraform|locals))',
    re.MULTILINE,
)


def declared(text: str) -> set[str]:
    """Return what may not stand twice in a module: settings count as one thing."""
    return {match[0].replace('"', "") for match in DECLARED.finditer(text)}


@functools.cache
def faulty() -> dict[str, Telling]:
    """Return the cases with one whole file of Terraform that can be read and that a fix changes, by their text."""
    found: dict[str, Telling] = {}
    for telling in tellings():
        text = telling.world.files.get("before.tf", "")
        changed = any(telling.read(state) for state in ("after", "after.fresh", "after.unsafe"))
        if telling.suffix == ".tf" and changed and all(is_whole(c) for _, c in telling.world.components()):
            found[text] = telling
    return found


def is_whole(component: Component) -> bool:
    """Say whether *component* can be read, and declares what it refers to but for inputs."""
    missing = {key for module in component.modules for key in undeclared(component, module)}
    return not component.problems and all(kind is Kind.INPUT for kind, _, _ in missing)


def module(seed: int) -> World:
    """Return a module of cases that declare nothing in common, drawn by *seed*."""
    texts = sorted(faulty(), key=lambda text: str(faulty()[text]))
    random.Random(seed).shuffle(texts)
    taken: set[str] = set()
    chosen: list[str] = []
    fixers: set[str] = set()
    for text in texts:
        its = declared(text)
        if len(chosen) < FAULTS and not its & taken and faulty()[text].slug not in fixers:
            taken |= its
            chosen.append(text)
            fixers.add(faulty()[text].slug)
    assert len(chosen) == FAULTS
    return World({"main.tf": "\n".join(chosen)})


def broken(name: str) -> World:
    """Return a module of the trials, which has up to ten faults."""
    paths = [path for path in (TRIALS / name).rglob("*") if path.is_file() and path.suffix != ".toml"]
    return World({str(path.relative_to(TRIALS / name)): path.read_text() for path in paths})


def ends_in_one_fixpoint(before: World) -> set[str]:
    """Mend *before* in every way there is, and return the codes of what was mended."""
    mended = fixed(before, ALL)
    assert not [report for report in mended.reports if report.status is Status.FAILED]
    assert fixed(mended.world, ALL).world == mended.world
    assert pieces(fixed(before, ALL, reversed(FIXERS.values())).world) == pieces(mended.world)
    assert pieces(fixed(fixed(before).world, ALL).world) == pieces(mended.world)
    return {report.code for report in mended.reports if report.status is Status.FIXED}


@pytest.mark.parametrize("seed", MODULES)
def test_many_faults_in_one_file_end_in_one_fixpoint(seed: int) -> None:
    assert len(ends_in_one_fixpoint(module(seed))) >= FAULTS


@pytest.mark.parametrize("name", sorted(path.name for path in TRIALS.iterdir()))
def test_a_broken_module_ends_in_one_fixpoint(name: str) -> None:
    assert ends_in_one_fixpoint(broken(name))


def lengths() -> Iterator[tuple[str, int]]:
    """Yield every type with a name, and lengths of it on both sides of where a suffix has room."""
    for kind, name in NAMES.items():
        yield from ((kind, name.limit - ROOM + more) for more in (-1, 0, 1, ROOM))


@pytest.mark.parametrize(("kind", "length"), [*lengths()])
def test_a_suffix_never_makes_a_name_too_long(kind: str, length: int) -> None:
    name = NAMES[kind]
    written = f"{'alias/' if kind == 'aws_kms_alias' else ''}shop-".ljust(length, "x")
    text = f'provider "aws" {{}}\n\nresource "{kind}" "it" {{\n  {name.argument} = "{written}"\n}}\n'
    for tiers in ((), ALL):
        mended = fixed(World({"main.tf": text}), tiers, [FIXERS["NAM001"]]).world.files["main.tf"]
        found = re.search(rf'{name.argument} += "(.*)"', mended)
        assert found is not None
        longest = re.sub(r"\$\{local\.name_suffix\}", "-" + "y" * (ROOM - 1), found[1])
        longest = re.sub(r"\$\{var\.environment_suffix\}", "y" * (ROOM - 1), longest)
        assert len(longest) <= max(name.limit, length)
        assert (longest != written) is (name.limit - length >= ROOM and (bool(tiers) or name.separator == "-"))
