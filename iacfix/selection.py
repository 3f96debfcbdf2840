"""Which fixers run: by code, name, family, or opt-in family."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from iacfix import fixers
from iacfix.errors import Refusal
from iacfix.transforms.registry import FIXERS, Fixer

__all__ = ["chosen", "codes_of", "fixers", "meant", "named"]  # importing the fixers fills the registry


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = (), extend: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the codes of the fixers that *select* names (all that are not opt-in by default), less *ignore*.

    Raises Refusal for a word that names no fixer.
    """
    select = tuple(select)
    codes = codes_of(select) if select else {fixer.code for fixer in FIXERS.values() if not fixer.optional}
    return tuple(sorted((codes | codes_of(extend)) - codes_of(ignore)))


def singled_out(select: Iterable[str]) -> frozenset[str]:
    """Return the codes of the fixers that *select* names one by one, rather than by family."""
    words = {word.casefold() for word in select}
    return frozenset(f.code for f in FIXERS.values() if words & {f.code.casefold(), f.name, f.slug})


def codes_of(words: Iterable[str]) -> set[str]:
    """Return the codes that *words* name; raises Refusal for a word that names none."""
    return {fixer.code for word in words for fixer in named(word)}


def named(word: str) -> list[Fixer]:
    """Return the fixers that *word* names: a code, a name, a family, or an opt-in family.

    A family does not wake its opt-in members: these want their code, their name, or the opt-in family's.
    """
    folded = word.casefold()
    found = [f for f in FIXERS.values() if folded in {f.code.casefold(), f.name, f.slug, f.optional}]
    found = found or [f for f in FIXERS.values() if folded == f.family and not f.optional]
    if not found:
        raise Refusal(f"no fixer is called {word!r}{meant(word, _words())}; `iacfix rules` lists them")
    return found


def meant(word: str, known: Iterable[str]) -> str:
    """Return a guess at what *word* was meant to be, as the end of a sentence, or an empty string."""
    near = difflib.get_close_matches(word, list(known), n=1)
    near = near or difflib.get_close_matches(word.upper(), list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _words() -> set[str]:
    return {word for f in FIXERS.values() for word in (f.code, f.name, f.family, f.optional) if word}
