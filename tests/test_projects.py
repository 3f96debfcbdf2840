"""Whole projects, from the flawed program to the right one: every fixer at once, opt-in families too."""

from __future__ import annotations

import pytest
from golden_cases import Telling, projects
from pieces import pieces
from worlds import ALL, fixed

from iacfix.transforms.outcome import Status

PROJECTS = projects()


@pytest.mark.parametrize("project", PROJECTS, ids=str)
def test_project_is_mended_as_recorded(project: Telling, regen: bool) -> None:
    before = project.world
    for state, tiers in (("after", ()), ("after.all", ALL)):
        mended = fixed(before, tiers)
        assert not mended.problems
        assert not [r for r in mended.reports if r.status is Status.FAILED]
        if regen:
            project.record(state, mended.world)
        recorded = project.read(state)
        assert recorded is not None
        assert recorded.files == mended.world.files, state


@pytest.mark.parametrize("project", PROJECTS, ids=str)
def test_project_comes_to_rest(project: Telling) -> None:
    safe = fixed(project.world).world
    everything = fixed(project.world, ALL).world

    assert fixed(safe).world == safe
    assert fixed(everything, ALL).world == everything
    # Inputs of several fixers are declared in the order in which they are asked for, which is another one in two steps.
    assert pieces(fixed(safe, ALL).world) == pieces(everything)
