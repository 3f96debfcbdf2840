"""Python's string literals: what their characters mean, and how characters are written in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_ATOM = re.compile(
    r"\\(?:\r\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]+\}|.)|\{\{|\}\}|\r\n|.", re.DOTALL
)
_SIMPLE = {
    "\n": "", "\r": "", "\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r",
    "t": "\t", "v": "\v",
}  # fmt: skip
_WRITTEN = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def atoms(raw: str, *, verbatim: bool, braces: bool) -> Iterator[tuple[str, int, int]]:
    """Yield the characters that *raw* means, each with where it is written.

    *verbatim*: of a raw string; *braces*: of an f-string, where ``{{`` means one.
    """
    for found in _ATOM.finditer(raw):
        mark = found[0]
        start, end = found.span()
        if mark[0] == "\\" and verbatim:
            # Only the backslash is an atom of its own; what follows it stands for itself.
            yield "\\", start, start + 1
            for offset, character in enumerate(_newlines(mark[1:])):
                yield character, start + 1 + offset, end if mark[1:] == "\r\n" else start + 2 + offset
        elif mark[0] == "\\":
            yield _escape(mark), start, end
        elif mark in {"{{", "}}"}:
            if braces:
                yield mark[0], start, end
            else:
                yield mark[0], start, start + 1
                yield mark[0], start + 1, end
        else:
            yield _newlines(mark), start, end


def decode(raw: str, *, verbatim: bool, braces: bool) -> str:
    """Return the characters that *raw* means."""
    if "\\" in raw:
        return "".join(text for text, _, _ in atoms(raw, verbatim=verbatim, braces=braces))
    text = _newlines(raw)
    return text.replace("{{", "{").replace("}}", "}") if braces else text


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _escape(mark: str) -> str:
    """Return what an escape sequence means; one that Python does not know means itself."""
    if mark == "\\\r\n":
        return ""
    kind = mark[1]
    if kind in "xuU" and len(mark) > 2:
        return chr(int(mark[2:], 16))  # noqa: FURB166 - the prefix is not one that int() knows
    if kind == "N" and len(mark) > 2:
        return unicodedata.lookup(mark[3:-1])
    if kind in "01234567":
        return chr(int(mark[1:], 8))
    return _SIMPLE.get(kind, mark)


def encode(text: str, quote: str, *, braces: bool) -> str:
    """Return *text* as it is written between *quote*; *braces*: in an f-string."""
    written = "".join(_written(character, quote) for character in text)
    return written.replace("{", "{{").replace("}", "}}") if braces else written


def _written(character: str, quote: str) -> str:
    if len(quote) == 3 and character in "\n\t":
        return character
    if character == quote[0]:
        return f"\\{character}"
    if character in _WRITTEN:
        return _WRITTEN[character]
    if character.isprintable():
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
