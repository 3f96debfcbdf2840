"""How long a word says that something lasts, or how often it comes: ``Daily``, ``24h``, ``TwentyFour_Hours``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from iacfix.transforms.quantities import in_words

_EVERY = {"hourly": 3600, "daily": 86_400, "weekly": 604_800}
_UNITS = {
    **dict.fromkeys(("s", "sec", "second"), 1),
    **dict.fromkeys(("m", "min", "minute"), 60),
    **dict.fromkeys(("h", "hr", "hour"), 3600),
    **dict.fromkeys(("d", "day"), 86_400),
    **dict.fromkeys(("w", "week"), 604_800),
}
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def seconds(text: str) -> int | None:
    """Return how many seconds *text* is, or None where it says no time."""
    *number, unit = [part.lower() for part in _PART.findall(text)] or [""]
    if not number:
        return _EVERY.get(unit)
    size = _UNITS.get(unit) or _UNITS.get(unit.removesuffix("s"))
    count = int(number[0]) if len(number) == 1 and number[0].isdecimal() else in_words(" ".join(number))
    return None if size is None or not count else count * size


def as_long(text: str, others: Iterable[str]) -> list[str]:
    """Return those of *others* that are as long as *text*."""
    own = seconds(text)
    return [other for other in others if own is not None and seconds(other) == own]
