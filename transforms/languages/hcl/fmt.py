"""``terraform fmt`` without Terraform: the same bytes as version 1.11 writes.

A line is laid out by the kinds of its tokens alone, so that lines of one shape are thought about once. It falls into
up to three cells: what leads, an assignment, a trailing comment. The last two are lined up with those of the lines
above and below. Beyond blanks, fmt modernises three things: labels are quoted, a string that is one interpolation
becomes the expression inside, and the type of a variable is written as a type.

Where ``terraform fmt`` loses or breaks code, ours does not: it keeps a label that holds a dollar or percent sign and
an index that is ``true``, ``false`` or ``null``, and it puts an expression of several lines in parentheses when the
quotes around it go, whatever brackets it begins and ends with.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from iacfix.transforms.languages.hcl.grammar import Body, Outline, outline
from iacfix.transforms.languages.hcl.graphemes import width
from iacfix.transforms.languages.hcl.tokens import NAMES, Tokens, tokenize

OPENING = "{[($%"
CLOSING = "}])~"
LINE = re.compile("[^nC]*+[nC]|[^nC]++")

VALUE = re.compile("c*+(?P<value>.)")
END = re.compile(r"c*+(?:[nC}]|\Z)")

# Beyond these, a small text would become an enormous one; terraform fmt would go on.
DEEPEST = 500
MOST_PADDING = 100_000_000

BOM = "\ufeff"
IDENTIFIERS = f"{NAMES}t"
BEFORE_NEGATION = "({[=:,?o*-!"

TYPES = {
    "list": "list(any)",
    "map": "map(any)",
    "set": "set(any)",
    '"string"': "string",
    '"list"': "list(string)",
    '"map"': "map(string)",
}


def format_text(text: str) -> str:
    """Return *text* as ``terraform fmt`` writes it.

    Raises ValueError: with line and column where it would refuse the text for its syntax; and for a text that no one
    writes, whose indentation or alignment would fill the memory.
    """
    text = text.removeprefix(BOM)
    tokens = tokenize(text)
    return _laid_out(_modernised(tokens, outline(text, tokens)))


def is_formatted(text: str) -> bool:
    """Say whether ``terraform fmt`` would leave *text* as it is. Raises ValueError as `format_text` does."""
    return format_text(text) == text


def format_fragment(text: str) -> str:
    """Return a run of arguments or a block as ``terraform fmt`` writes it at the start of a line.

    Items of an object or a list are laid out as well; there is nothing to modernise in them.
    Raises ValueError where a character belongs to no token.
    """
    tokens = tokenize(text)
    try:
        return _laid_out(_modernised(tokens, outline(text, tokens)))
    except ValueError:
        return _laid_out(tokens)


# Layout


class Shape(NamedTuple):
    """How a line with tokens of certain kinds is laid out.

    The tokens before *assign* lead, those from *comment* on are a trailing comment; both cells are templates for ``%``.
    *net* is how many brackets the line leaves open, negative if it closes more.
    """

    assign: int
    comment: int
    lead_cell: str
    assign_cell: str
    net: int


def _laid_out(tokens: Tokens) -> str:
    kinds, texts, tail = tokens
    left: list[str] = []
    assigns: list[str | None] = []
    comments: list[str | None] = []
    opened: list[int] = []  # by each line that indents what follows: how many brackets it left open
    for line in LINE.finditer(kinds):
        start, end = line.span()
        shape = _shape(line[0]) if end - start < 64 else _shape.__wrapped__(line[0])
        indent = 2 * len(opened)
        if shape.net > 0:
            opened.append(shape.net)
            if len(opened) > DEEPEST:
                raise ValueError(f"indented by more than {DEEPEST} levels")
        elif shape.net < 0:
            _close(opened, -shape.net)
            indent = 2 * len(opened)
        assign, comment = start + shape.assign, start + shape.comment
        cell = shape.lead_cell % tuple(texts[start:assign])
        left.append(cell if kinds[start] == "n" else " " * indent + cell)
        assigns.append(shape.assign_cell % tuple(texts[assign:comment]) if assign < comment else None)
        comments.append(texts[comment] if comment < end else None)
    _line_up(left, assigns)
    _line_up(left, comments)
    return "".join(left) + " " * len(tail)


def _close(opened: list[int], brackets: int) -> None:
    """Take back as many levels as *brackets* closing ones end; a level ends with the last of its own."""
    while opened and brackets:
        closed = min(opened[-1], brackets)
        brackets -= closed
        opened[-1] -= closed
        if not opened[-1]:
            opened.pop()


def _line_up(left: list[str], right: list[str | None]) -> None:
    """Append to each line of *left* its cell of *right*, at one column in each run of lines that have one."""
    start = 0
    for end, cell in enumerate([*right, None]):
        if cell is not None:
            continue
        if start < end:
            widths = [width(text) for text in left[start:end]]
            widest = max(widths) + 1
            if widest * len(widths) - sum(widths) > MOST_PADDING:
                raise ValueError(f"lining up a line of {widest} columns takes too many blanks")
            for index, columns in enumerate(widths, start):
                left[index] += " " * (widest - columns) + (right[index] or "")
        start = end + 1


@lru_cache(maxsize=4096)
def _shape(kinds: str) -> Shape:
    comment = len(kinds) - 1 if len(kinds) > 1 and kinds[-1] in "cC" else len(kinds)
    assign = kinds.find("=", 1, comment)
    if assign < 0 or _net(kinds[assign:comment]):
        assign = comment
    lead, value = kinds[:assign], kinds[assign:comment]
    heredoc = re.search("[hH]", lead)
    net = _net(lead[: heredoc.start()] if heredoc else lead) + _net(value)
    return Shape(assign, comment, _cell(lead), _cell(value), net)


def _net(kinds: str) -> int:
    return sum(kinds.count(mark) for mark in OPENING) - sum(kinds.count(mark) for mark in CLOSING)


def _cell(kinds: str) -> str:
    """Return the template that puts the blanks between tokens of these *kinds*."""
    blanks = ("" if index == len(kinds) - 1 else " " * _spaced(kinds, index) for index in range(len(kinds)))
    return "".join(f"%s{blank}" for blank in blanks)


def _spaced(kinds: str, index: int) -> bool:
    """Say whether a blank stands after the token at *index*, which is not the last of its cell."""
    before, this, after = kinds[index - 1 : index] if index else "", kinds[index], kinds[index + 1]
    if after == "n" or (this in IDENTIFIERS and after in "(;") or (this == ";" and after in IDENTIFIERS):
        return False
    if "." in (this, after) or after in ",_":
        return False
    if this == ",":
        return True
    if this in 'l"H' or after in "l'J":
        return False
    if this == "I" and before and before in IDENTIFIERS:
        return True  # ``for x in [...]`` is not an index
    if this == "!" or (after == "[" and this in f"{IDENTIFIERS}ND{CLOSING}"):
        return False
    if this == "-":
        return bool(before) and before not in BEFORE_NEGATION
    if this == "{" or after == "}":
        return this != "{" or after != "}"
    if (this in "$%" and after == "{") or (this == "}" and after == "~"):
        return True
    if this == "~" and after in "$%":
        return False
    return this not in OPENING and after not in CLOSING


# Modernising


class Edit(NamedTuple):
    """Other tokens in place of those from *start* to *end*."""

    start: int
    end: int
    kinds: str
    texts: list[str]


def _modernised(tokens: Tokens, found: Outline) -> Tokens:
    edits = sorted(edit for body in found.bodies for edit in _edits(tokens, found, body))
    if not edits:
        return tokens
    kinds: list[str] = []
    texts: list[str] = []
    done = 0
    for edit in edits:
        kinds += tokens.kinds[done : edit.start], edit.kinds
        texts += tokens.texts[done : edit.start] + edit.texts
        done = edit.end
    return Tokens("".join([*kinds, tokens.kinds[done:]]), texts + tokens.texts[done:], tokens.tail)


def _edits(tokens: Tokens, found: Outline, body: Body) -> Iterator[Edit]:
    kinds, texts, _ = tokens
    if labels := [i for i in range(body.header + 1, body.opening) if kinds[i] != "c"]:
        quoted = [_quoted(texts[i]) for i in labels]
        if quoted != texts[body.header + 1 : labels[-1] + 1]:
            yield Edit(body.header + 1, labels[-1] + 1, "q" * len(quoted), quoted)
    in_variable = body.depth == 1 and texts[body.header] == "variable"
    for name, equals in body.attributes.items():
        value = VALUE.match(kinds, equals + 1)
        if value is None:
            continue
        start = value.start("value")
        if in_variable and name == "type":
            modern = TYPES.get(texts[start])
            if modern and END.match(kinds, start + 1):
                inner = tokenize(modern)
                yield Edit(start, start + 1, inner.kinds, inner.texts)
        elif kinds.startswith('"$', start):
            end = found.closings[start]
            if found.closings[start + 1] == end - 1 and END.match(kinds, end + 1):
                yield from _unwrapped(tokens, start, end)


def _unwrapped(tokens: Tokens, start: int, end: int) -> Iterator[Edit]:
    """Take the quotes off the interpolation that the string from *start* to *end* consists of.

    Like fmt we stay away where another template may be in it, unless that is in quotes of its own.
    """
    inside = slice(start + 2, end - 1)
    kinds = tokens.kinds[inside]
    depth = 0
    for kind in kinds:
        depth += (kind == '"') - (kind == "'")
        if kind in "$~" and not depth:
            return
    first = len(kinds) - len(kinds.lstrip("n"))
    last = len(kinds.rstrip("n"))
    kinds, texts = kinds[first:last], tokens.texts[inside][first:last]
    if re.search("n|C.", kinds) and not _parenthesised(kinds):
        kinds, texts = f"({kinds})", ["(", *texts, ")"]
    yield Edit(start, end + 1, kinds, texts)


def _parenthesised(kinds: str) -> bool:
    """Say whether one pair of parentheses is around it all."""
    depth = 0
    for index, kind in enumerate(kinds):
        depth += (kind == "(") - (kind == ")")
        if not depth:
            return index == len(kinds) - 1
    return False


def _quoted(label: str) -> str:
    """Return *label* as a string in its plainest form."""
    if not label.startswith('"'):
        return f'"{label}"' if label.isascii() else f'"{unicodedata.normalize("NFC", label)}"'
    if "$" in label or "%" in label or (label.isascii() and "\\" not in label):
        return label
    value = unicodedata.normalize("NFC", re.sub(r"\\(?:u(.{4})|U(.{8})|(.))", _unescaped, label[1:-1]))
    return f'"{"".join(map(_escaped, value))}"'


def _unescaped(escape: re.Match[str]) -> str:
    if code := escape[1] or escape[2]:
        return chr(int(code, 16))
    return {"n": "\n", "r": "\r", "t": "\t"}.get(escape[3], escape[3])


def _escaped(character: str) -> str:
    if short := {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}.get(character):
        return short
    if character.isprintable():
        return character
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"
