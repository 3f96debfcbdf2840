"""Where two fixers touch one file, they leave the same tree in whichever order they are applied.

Trees are the same here up to what has no meaning (see `pieces`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from golden_cases import Telling, projects, tellings
from pieces import pieces
from worlds import ALL, World, fixed

from iacfix.transforms.outcome import Status
from iacfix.transforms.registry import FIXERS


def meeting(world: World) -> Iterator[tuple[str, str]]:
    """Yield the pairs of codes that change one file of *world*."""
    paths: dict[str, set[str]] = {}
    for report in fixed(world, ALL).reports:
        if report.status is Status.FIXED:
            paths.setdefault(report.code, set()).update(edit.path for edit in report.edits)
    for one, other in itertools.combinations(sorted(paths), 2):
        if paths[one] & paths[other]:
            yield one, other


@pytest.mark.parametrize("telling", [*tellings(), *projects()], ids=str)
def test_both_orders_end_in_one_tree(telling: Telling) -> None:
    before = telling.world
    for one, other in meeting(before):
        first, second = FIXERS[one], FIXERS[other]
        both = [first, second]
        together = pieces(fixed(before, ALL, both).world)
        for order in (both, [second, first]):
            if order[0].last and not order[1].last:
                continue  # it waits, by its own word, until the other has nothing to mend
            world = before
            for fixer in order:
                world = fixed(world, ALL, [fixer]).world
            assert pieces(fixed(world, ALL, both).world) == together, f"{one} and {other}, {order[0].code} first"
