"""Numbers that are written in words, and with the unit that the name of an argument has anyway."""

from __future__ import annotations

import re

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IN_WORDS = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{f"{ten}-{_ONES[one]}": 10 * number + one for number, ten in enumerate(_TENS, 2) for one in range(1, 10)},
}

# By unit: how it is written, and how many of the smallest unit of its kind it is.
_UNITS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), ("time", 1)),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), ("time", 60)),
    **dict.fromkeys(("h", "hr", "hour", "hours"), ("time", 3600)),
    **dict.fromkeys(("d", "day", "days"), ("time", 86400)),
    **dict.fromkeys(("mb", "mib"), ("size", 1)),
    **dict.fromkeys(("gb", "gib"), ("size", 1024)),
}
# Arguments whose names have no unit, and what they count in.
_COUNTS_IN = {
    **dict.fromkeys(("timeout", "interval", "period", "max_age", "visibility_timeout"), "seconds"),
    **dict.fromkeys(("memory_size", "memory"), "mb"),
    **dict.fromkeys(("volume_size", "allocated_storage"), "gb"),
    **dict.fromkeys(("min_capacity", "max_capacity"), "acu"),
    "backup_retention_period": "days",
}
_QUANTITY = re.compile(
    r"(?P<number>\d+(?:\.\d+)?|[a-z]+(?:[ _-][a-z]+)?(?=[ _-]))[ _-]?(?P<unit>[a-z]+)",
)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?", re.IGNORECASE)


def is_number(text: str) -> bool:
    """Say whether Terraform converts *text* into a number."""
    return _NUMBER.fullmatch(text) is not None


def in_words(text: str) -> int | None:
    """Return the number below a hundred that *text* is in words, or None."""
    return _IN_WORDS.get(text.strip().lower().replace(" ", "-").replace("_", "-"))


def number_of(text: str, name: str) -> int | float | None:
    """Return the number that *text* says for the argument *name*, or None where it does not say one."""
    if (whole := in_words(text)) is not None:
        return whole
    found = _QUANTITY.fullmatch(text.strip().lower())
    if found is None or is_number(text):
        return None
    said, unit = found["number"], found["unit"]
    number = float(said) if said[0].isdigit() else in_words(said)
    if number is None:
        return None
    if (factor := _factor(unit, name)) is not None:
        return _plain(number * factor)
    return _plain(number) if unit in _own(name) else None


def _plain(number: float) -> int | float:
    return int(number) if number == int(number) else number


def _own(name: str) -> set[str]:
    """Return the words that the argument *name* counts, in both numbers."""
    counted = (*name.split("_"), _COUNTS_IN.get(name, ""))
    return {form for word in counted for form in (word, word.rstrip("s"), f"{word}s")}


def _factor(unit: str, name: str) -> float | None:
    """Return how many of what the argument *name* counts in one *unit* is."""
    counted = [word for word in (*name.split("_"), _COUNTS_IN.get(name, "")) if word in _UNITS and len(word) > 1]
    if unit not in _UNITS or len(counted) != 1:
        return None
    (kind, size), (counted_kind, counted_size) = _UNITS[unit], _UNITS[counted[0]]
    if kind != counted_kind or size % counted_size:
        return None
    return size / counted_size
