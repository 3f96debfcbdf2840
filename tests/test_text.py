"""The ledger remembers what is the original's and what was written, through any number of rewrites."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from iacfix.transforms.edits import Splice, trimmed
from iacfix.transforms.model import Span
from iacfix.transforms.text import Ledger, changes, overlap


@st.composite
def rewrites(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    original = draw(st.text("ab\n", max_size=20))
    length, made = len(original), list[tuple[int, int, str]]()
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, length))
        end = draw(st.integers(start, length))
        new = draw(st.text("xyz", max_size=4))
        made.append((start, end, new))
        length += len(new) - (end - start)
    return original, made


@given(rewrites())
def test_ledger_holds_the_text_that_splicing_gives(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    original, made = case
    ledger, text = Ledger(original), original
    for number, (start, end, new) in enumerate(made):
        ledger.splice(start, end, new, frozenset({number}))
        text = text[:start] + new + text[end:]
        assert ledger.text == text


@given(rewrites())
def test_edits_turn_the_original_into_the_text(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    original, made = case
    ledger = Ledger(original)
    for number, (start, end, new) in enumerate(made):
        ledger.splice(start, end, new, frozenset({number}))
    text, position = "", 0
    for span, new, authors in ledger.edits():
        assert authors
        assert span.start >= position
        text += original[position : span.start] + new
        position = span.end
    assert text + original[position:] == ledger.text


@given(rewrites())
def test_offsets_lead_back_to_the_original(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    original, made = case
    ledger = Ledger(original)
    for number, (start, end, new) in enumerate(made):
        ledger.splice(start, end, new, frozenset({number}))
    offsets = [ledger.original_offset(offset) for offset in range(len(ledger.text) + 1)]
    assert offsets == sorted(offsets)
    for offset, letter in enumerate(ledger.text):
        if letter in "ab\n":
            assert original[offsets[offset]] == letter


@given(st.text("ab", max_size=8), st.text("ab", max_size=8))
def test_trimming_takes_away_what_is_the_same_at_both_ends(old: str, new: str) -> None:
    splice = trimmed(Splice("f", 0, len(old), new), old)
    assert old[: splice.start] + splice.text + old[splice.end :] == new
    assert splice.start <= splice.end


@given(st.text("ab\n", max_size=12), st.text("ab\n", max_size=12))
def test_changes_turn_one_text_into_the_other(before: str, after: str) -> None:
    text, end = "", len(before)
    for span, new in reversed(changes(before, after)):
        text = new + before[span.end : end] + text
        end = span.start
    assert before[:end] + text == after


def test_insertions_at_one_position_do_not_overlap() -> None:
    assert not overlap(Splice("f", 3, 3, "a"), Splice("f", 3, 3, "b"))
    assert not overlap(Splice("f", 3, 5, "a"), Splice("f", 3, 5, "a"))
    assert not overlap(Splice("f", 3, 5, "a"), Splice("g", 3, 5, "b"))
    assert overlap(Splice("f", 3, 5, "a"), Splice("f", 5, 5, "b"))
    assert overlap(Splice("f", 3, 5, "a"), Splice("f", 4, 8, "b"))
    assert Span(0, 1).end == 1
