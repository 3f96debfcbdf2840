"""What the fixers are: the table of all of them, and the page of one."""

from __future__ import annotations

from typing import IO, Any

import msgspec

from iacfix.reports.text import Line, write
from iacfix.selection import named
from iacfix.transforms.registry import FIXERS, Fixer

VERSION = 1


def table(stream: IO[str]) -> None:
    """Write one line for each fixer."""
    fixers = sorted(FIXERS.values(), key=lambda fixer: fixer.code)
    width = max((len(fixer.name) for fixer in fixers), default=0)
    write((_row(fixer, width) for fixer in fixers), stream)


def _row(fixer: Fixer, width: int) -> Line:
    waits = f"  (opt-in: {fixer.optional})" if fixer.optional else ""
    tiers = "/".join(tier.value for tier in fixer.tiers) or "advice"
    return (
        (f"{fixer.code}  ", "bold"),
        (f"{fixer.name:<{width}}  ", "cyan"),
        (f"{tiers:<26}  ", "dim"),
        (f"{fixer.title}{waits}", ""),
    )


def as_json() -> str:
    """Return all fixers as JSON."""
    rules = [_described(fixer) for _, fixer in sorted(FIXERS.items())]
    return msgspec.json.format(msgspec.json.encode({"version": VERSION, "rules": rules}), indent=2).decode() + "\n"


def _described(fixer: Fixer) -> dict[str, Any]:
    return {
        "code": fixer.code,
        "name": fixer.name,
        "family": fixer.family,
        "title": fixer.title,
        "since": fixer.since,
        "tiers": [tier.value for tier in fixer.tiers],
        "languages": list(fixer.languages),
        "optional": fixer.optional,
        "closed_world": fixer.closed_world,
        "neighbours": fixer.neighbours,
        "documentation": fixer.doc,
    }


def explain(word: str, stream: IO[str]) -> None:
    """Write the page of what *word* names; raises Refusal when that is nothing."""
    for fixer in named(word):
        _page(markdown(fixer), stream)


def markdown(fixer: Fixer) -> str:
    """Return a fixer's page."""
    title, _, rest = fixer.doc.partition("\n")
    facts = [
        f"fixes: {', '.join(tier.value for tier in fixer.tiers) or 'none, advice only'}",
        f"languages: {', '.join(fixer.languages)}",
        f"since {fixer.since}",
    ]
    if fixer.optional:
        facts.append(f"opt-in: `--extend-select {fixer.optional}`")
    if fixer.closed_world:
        facts.append("only where the whole repository can be seen")
    facts += [f"{tool}: {name}" for tool, name in sorted(fixer.neighbours.items())]
    listed = "\n".join(f"- {fact}" for fact in facts)
    # Docstrings quote code twice, as reStructuredText does.
    body = rest.strip().replace("``", "`")
    return f"# {fixer.code} {fixer.name}\n\n{title.replace('``', '`')}\n\n{listed}\n\n{body}".rstrip() + "\n"


def _page(text: str, stream: IO[str]) -> None:
    if not stream.isatty():
        stream.write(text)
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.markdown import Markdown  # noqa: PLC0415

    Console(file=stream).print(Markdown(text))
