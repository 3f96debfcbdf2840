"""Proof that a rewrite is what it should be, before it is kept.

- our reader finds nothing in it that it did not find before: syntax, duplicate arguments, duplicate declarations;
- a parser that is not ours accepts it (one that rejected the text before says nothing);
- no declaration disappears but those that a fix removes by name;
- every comment outside what was taken away is still there.

That the finding is gone is the engine's to ask; that nothing else changed holds by construction (`text.Ledger`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from iacfix.transforms import text
from iacfix.transforms.edits import Splice
from iacfix.transforms.languages import Language
from iacfix.transforms.model import Component, Document, Kind, folder

KINDS_THAT_MUST_STAY = frozenset({Kind.RESOURCE, Kind.DATA, Kind.OUTPUT, Kind.MODULE, Kind.PROVIDER})


def objection(
    language: Language,
    before: Component,
    after: Component,
    splices: Mapping[str, list[Splice]],
    texts: Iterable[Document],
    removed: frozenset[str],
) -> str:
    """Return why *after* must not be kept, or an empty string.

    *splices* are what turned *before* into *after*, by path, in source order; *texts* are the documents among them that
    no language reads; *removed* are the addresses that fixes take away on purpose.
    """
    unread = {p.origin.path for p in before.problems if p.unread}
    folders = {folder(path) for path in unread}  # of which nobody could tell what they declare twice
    new = Counter(p.message for p in after.problems if p.unread or folder(p.origin.path) not in folders)
    new -= Counter(p.message for p in before.problems)
    if new:
        return f"the result cannot be read: {next(iter(new))}"
    if gone := _declared(before) - _declared(after) - removed:
        return f"{', '.join(sorted(gone))} would disappear"
    for path in splices:
        if (document := after.documents.get(path)) is None:
            continue
        old = before.documents.get(path)
        problem = language.confirm(old, document, _spans(splices[path]))
        if problem is not None:
            return f"an independent parser rejects the result: {problem.message}"
        if old is not None and (lost := _lost_comments(language, old, document, splices[path])):
            return f"a comment would be lost: {lost}"
    for document in texts:
        if against := text.objection(document):
            return f"{document.path}: {against}"
    return ""


def _declared(component: Component) -> set[str]:
    return {r.address for module in component.modules for r in module.of(*KINDS_THAT_MUST_STAY)}


def _spans(splices: list[Splice]) -> list[tuple[int, int]]:
    """Return where the new text of *splices* stands once all of them are made."""
    spans: list[tuple[int, int]] = []
    shift = 0
    for splice in splices:
        start = splice.start + shift
        spans.append((start, start + len(splice.text)))
        shift += len(splice.text) - (splice.end - splice.start)
    return spans


def _lost_comments(language: Language, before: Document, after: Document, splices: list[Splice]) -> str:
    kept: Counter[str] = Counter()
    for start, end in language.comments(before):
        if not any(s.start <= start and end <= s.end and not s.inserts for s in splices):
            kept[before.text[start:end].strip()] += 1
    now = Counter(after.text[start:end].strip() for start, end in language.comments(after))
    return ", ".join(kept - now)
