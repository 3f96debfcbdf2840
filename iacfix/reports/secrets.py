"""What must not be shown: the values that findings call secret, wherever a report would repeat them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from iacfix.run import Run
from iacfix.transforms.outcome import Report

MASK = "********"
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)+)"|' + r"'((?:[^'\\]|\\.)+)'")
_ASSIGNED = re.compile(r"[=:][ \t]*([^\s\"'{\[].*?)\s*$", re.MULTILINE)
# What a declaration says besides its value, which a fix may take away with it.
_FORM = re.compile(
    r"""["']?\b(?:type|no_?echo|sensitive|nullable|(?:constraint_?)?description|allowed_?pattern|(?:min|max)_?length)"""
    r"""["']?[ \t]*[=:][ \t]*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^,}\n]*)""",
    re.IGNORECASE,
)
# What a parameter of a program is annotated with.
_TYPES = frozenset({"Any", "bool", "dict", "float", "int", "list", "str"})
_KEY = re.compile(r"""(^|[{,])[ \t]*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')[ \t]*:""", re.MULTILINE)
_SHORT = 4  # a shorter one is only looked for as a word: it would blot out half the report


class Mask:
    """Takes secret values out of text."""

    def __init__(self, values: Iterable[str]) -> None:
        """Remember *values*, the longest first; what a fix takes away may be nothing."""
        known = sorted({value for value in values if value}, key=lambda value: (-len(value), value))
        self._pattern = re.compile("|".join(map(_pattern, known))) if known else None

    @classmethod
    def of(cls, run: Run) -> Mask:
        """Return the mask for what *run* calls secret."""
        return cls(value for report in run.reports if report.secret for value in _values(report, run))

    def __call__(self, text: str) -> str:
        """Return *text* without them."""
        return self._pattern.sub(MASK, text) if self._pattern else text


def _pattern(value: str) -> str:
    return re.escape(value) if len(value) >= _SHORT else rf"(?<!\w){re.escape(value)}(?!\w)"


def _values(report: Report, run: Run) -> Iterator[str]:
    """Yield the values in what a secret finding points at, and in what its fix takes away."""
    for source in (run.text(report.path)[slice(*report.span)], *(edited.before for edited in report.edits)):
        bare = _KEY.sub(r"\1:", _FORM.sub("", source))
        quoted = [match[1] or match[2] for match in _QUOTED.finditer(bare)]
        assigned = [value for value in _ASSIGNED.findall(bare) if value.strip(",") not in _TYPES]
        yield from quoted
        yield from assigned
        if not quoted and not assigned and not source[:1].isspace() and "\n" not in source:
            yield source
