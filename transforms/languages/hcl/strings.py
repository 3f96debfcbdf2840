r"""How Terraform writes text: escapes in quoted strings, the lines of heredocs.

In a quoted string a backslash begins an escape; in a heredoc it is itself. In both, ``$${`` and ``%%{`` stand for
``${`` and ``%{``.
"""

from __future__ import annotations

import re
import sys

IDENTIFIER = re.compile(r"[^\W\d][\w-]*")

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|\\(.)|([$%])\4\{", re.DOTALL)
_SIMPLE = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
_MARKER = re.compile(r"([$%])\1\{")
_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f]|[$%]\{')
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def _unescaped(match: re.Match[str]) -> str:
    short, long, simple, marker = match.groups()
    if marker:
        return f"{marker}{{"
    if simple is not None:
        return _SIMPLE.get(simple, simple)
    code = int(short or long, 16)
    return chr(code) if code <= sys.maxunicode else "\ufffd"


def unquoted(raw: str) -> str:
    """Return what the text between two quotes means."""
    return _ESCAPE.sub(_unescaped, raw) if "\\" in raw or "{" in raw else raw


def unmarked(raw: str) -> str:
    """Return what the text of a heredoc means."""
    return _MARKER.sub(r"\1{", raw) if "{" in raw else raw


def _escaped(match: re.Match[str]) -> str:
    found = match[0]
    if len(found) == 2:
        return found[0] + found
    return _NAMED.get(found) or f"\\u{ord(found):04x}"


def quoted(text: str, *, before_hole: bool = False) -> str:
    """Return *text* as it stands between two quotes; *before_hole*: a ``${`` follows directly."""
    escaped = _SPECIAL.sub(_escaped, text)
    # "$${" would be read as the escape of "${": the dollar in front is written by its number.
    escaped = re.sub(r"([$%])(?=\1\1\{)", lambda match: f"\\u{ord(match[1]):04x}", escaped)
    if before_hole and escaped.endswith("$"):
        escaped = escaped[:-1] + "\\u0024"
    return escaped


def marked(text: str) -> str:
    """Return *text* as it stands in a heredoc."""
    return re.sub(r"[$%]\{", lambda match: match[0][0] + match[0], text)


def flush_width(lines: list[tuple[str, bool]]) -> int:
    """Return how many leading spaces ``<<-`` takes from each line of a heredoc.

    Each line is the text at its beginning and whether a hole or directive follows it. A line of nothing but white
    space neither counts nor loses any.
    """
    widths = [
        len(text) - len(text.lstrip())
        for text, continued in lines
        if continued or text.strip() or not text.endswith("\n")
    ]
    return min(widths, default=0)


def flushed(text: str, width: int, *, continued: bool) -> str:
    """Return a line without the *width* characters that ``<<-`` takes, unless it is blank."""
    return text[width:] if continued or text.strip() or not text.endswith("\n") else text
