"""Every case under golden/ is rewritten exactly as recorded, and keeps the laws.

``pytest --regen`` records what the fixers do now; then read ``git diff golden/``.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from golden_cases import GOLDEN, STATES, Telling, tellings
from worlds import ALL, Mended, World, fixed, told

from iacfix.transforms.findings import Tier
from iacfix.transforms.model import Document
from iacfix.transforms.outcome import Status
from iacfix.transforms.registry import FIXERS, Fixer

TELLINGS = tellings()
BY_SLUG = {fixer.slug: fixer for fixer in FIXERS.values()}
SITUATIONS = sorted({telling.situation for telling in TELLINGS})


def run(telling: Telling, world: World, *tiers: Tier) -> Mended:
    return fixed(world, tiers, [BY_SLUG[telling.slug]])


@pytest.mark.parametrize("telling", TELLINGS, ids=str)
def test_case_is_rewritten_as_recorded(telling: Telling, regen: bool) -> None:
    before = telling.world
    reached: dict[str, World] = {}
    for state, tiers in STATES.items():
        after = run(telling, before, *tiers).world
        plain = before if state == "after" else reached["after"]
        reached[state] = after
        expected = None if after == plain else after
        if regen:
            telling.record(state, expected)
        recorded = telling.read(state)
        assert (dict(recorded.files) if recorded else None) == (dict(expected.files) if expected else None), state


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda p: str(p.relative_to(GOLDEN)))
def test_findings_are_told_as_recorded(situation: Path, regen: bool) -> None:
    lines = [
        told(report)
        for telling in TELLINGS
        if telling.situation == situation
        for report in run(telling, telling.world).reports
    ]
    text = "".join(f"{line}\n" for line in lines)
    path = situation / "findings.txt"
    if regen:
        path.unlink(missing_ok=True)
        if text:
            path.write_text(text)
    assert (path.read_text() if path.exists() else "") == text


def comments(world: World) -> Counter[str]:
    return Counter(
        document.text[start:end].strip()
        for of in world.languages()
        for document in world.documents(of).values()
        for start, end in of.comments(document)
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("telling", TELLINGS, ids=str)
def test_case_keeps_the_laws(telling: Telling, newline: str) -> None:
    before = World({path: text.replace("\n", newline) for path, text in telling.world.files.items()})
    safe = run(telling, before)
    everything = run(telling, before, *ALL)

    unread = {problem.message for _, component in before.components() for problem in component.problems}
    for mended in (safe, everything):
        assert {problem.message for problem in mended.problems} <= unread, "the reader or a fixer complained"
        assert not [r for r in mended.reports if r.status is Status.FAILED], "a proof failed"
        lost = comments(before) - comments(mended.world)
        assert not lost, "a comment was lost"
        for path, text in mended.world.files.items():
            if path.endswith(".sh") and path not in before.files:
                continue  # bash takes no other line ending
            assert text.count(newline) == text.count("\n"), f"line endings of {path} were mixed"
    assert run(telling, everything.world, *ALL).world == everything.world, "not idempotent"
    assert not [r for r in run(telling, everything.world, *ALL).reports if r.status is Status.FIXED]
    assert run(telling, safe.world).world == safe.world, "not idempotent"
    assert run(telling, safe.world, *ALL).world == everything.world, "apply, then apply --all, ends elsewhere"


@pytest.mark.parametrize("telling", TELLINGS, ids=str)
def test_layout_does_not_matter_to_findings(telling: Telling) -> None:
    before = telling.world
    unix = [(r.code, r.address, r.argument, r.message) for r in run(telling, before).reports]
    windows = World({path: text.replace("\n", "\r\n") for path, text in before.files.items()})
    assert [(r.code, r.address, r.argument, r.message) for r in run(telling, windows).reports] == unix


@pytest.mark.parametrize("telling", TELLINGS, ids=str)
def test_nothing_but_the_reported_edits_changes(telling: Telling) -> None:
    for outcome in run(telling, telling.world, *ALL).outcomes:
        for path, document in outcome.documents.items():
            original = telling.world.text(path) or ""
            edits = {e for report in outcome.reports for e in report.edits if e.path == path}
            text, end = "", len(original)
            for edit in sorted(edits, key=lambda e: e.span, reverse=True):
                assert original[slice(*edit.span)] == edit.before
                text = edit.after + original[edit.span.end : end] + text
                end = edit.span.start
            assert original[:end] + text == document.text


@pytest.mark.parametrize("telling", TELLINGS, ids=str)
def test_values_are_copied_and_printed_alike(telling: Telling) -> None:
    from laws import splice_law_holds  # noqa: PLC0415 - beside the tests of the languages

    for of, component in telling.world.components():
        splice_law_holds(of, component)


def test_left_alone_is_left_alone() -> None:
    for telling in TELLINGS:
        if telling.situation.name.endswith("_is_left_alone"):
            assert not any(telling.path(state).exists() for state in STATES), str(telling)


@pytest.mark.parametrize("fixer", FIXERS.values(), ids=lambda f: f.name)
def test_every_fixer_has_cases_that_change_and_cases_that_do_not(fixer: Fixer) -> None:
    mine = [telling for telling in TELLINGS if telling.slug == fixer.slug]
    changing = {t.situation for t in mine if any(t.path(state).exists() for state in STATES)}
    if not fixer.tiers:  # it only advises: its cases are told apart by their findings
        assert not changing
        changing = {t.situation for t in mine if (t.situation / "findings.txt").exists()}
    assert changing
    assert len({t.situation for t in mine} - changing) >= 2


def test_codes_and_names_are_those_of_the_registry() -> None:
    assert len({fixer.name for fixer in FIXERS.values()}) == len(FIXERS)
    for fixer in FIXERS.values():
        assert fixer.title, fixer.code
        assert fixer.doc.count("https://") >= 1, f"{fixer.code} links no vendor's page"


def test_every_golden_folder_is_a_fixers() -> None:
    assert {path.name for path in GOLDEN.iterdir() if path.is_dir()} <= {*BY_SLUG, "projects"}


def test_documents_keep_their_byte_order_mark() -> None:
    document = Document.decode("a.tf", b"\xef\xbb\xbfx = 1\n")
    assert document.text == "x = 1\n"
    assert document.but("x = 2\n").encode() == b"\xef\xbb\xbfx = 2\n"
