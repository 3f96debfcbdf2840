"""Positioned nodes: what YAML and JSON have in common, with the exact span of everything.

YAML is composed from libyaml's events, which are fast, count characters, and tell where an alias itself stands. JSON
is checked by the standard library, which has the better messages, and then read again for the positions: what YAML
would let through is no JSON.

Nodes are made one for each event and never for an alias's target, so a file cannot explode; depth and size are
limited.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NoReturn, TypeAlias, cast

import yaml

LARGEST = 4_000_000
"""Characters; a template may have 1 MB when it is deployed from a bucket, and most must stay below 51,200 bytes."""

DEEPEST = 100
"""Levels. Real templates that hold dashboards and state machines go to about 30."""

Constant: TypeAlias = "str | int | float | bool | None"


@dataclass(slots=True, eq=False)
class Node:
    """Something at a place. *start* is where its anchor and tag begin, *inner* where its content does.

    The end is that of the last character that belongs to it: not of the blank lines and comments behind.
    """

    start: int
    end: int
    inner: int
    tag: str = ""
    anchored: bool = False


@dataclass(slots=True, eq=False)
class Scalar(Node):
    """A scalar. *style* is ``'``, ``"``, ``|``, ``>``, or empty for a plain one."""

    text: str = ""
    style: str = ""

    @property
    def constant(self) -> Constant | Number:
        """What the scalar means as YAML 1.1 has it: a date is text, an odd number stays as written."""
        if self.style or self.tag:
            return self.text
        return plain(self.text)


@dataclass(slots=True, eq=False)
class Map(Node):
    """A mapping. *odd*: it has explicit or composite keys (``? key``), which are not edited."""

    pairs: list[tuple[Scalar, AnyNode]] = field(default_factory=list)
    flow: bool = False
    odd: bool = False

    def get(self, name: str) -> AnyNode | None:
        """Return the value of *name*."""
        return next((value for key, value in self.pairs if key.text == name), None)

    def pair(self, name: str) -> tuple[Scalar, AnyNode] | None:
        """Return the key and the value of *name*."""
        return next((pair for pair in self.pairs if pair[0].text == name), None)


@dataclass(slots=True, eq=False)
class List(Node):
    """A sequence. *dashes* are where the ``-`` of a block sequence's items stand."""

    items: list[AnyNode] = field(default_factory=list)
    flow: bool = False
    dashes: list[int] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Alias(Node):
    """``*name``."""


AnyNode: TypeAlias = Scalar | Map | List | Alias


@dataclass(frozen=True, slots=True)
class Number:
    """A number that is not written as one would expect: octal, sexagesimal, infinite."""

    text: str


class Unreadable(Exception):  # noqa: N818 - it carries a message and a place to whoever asked
    """The text is not YAML, or not JSON."""

    def __init__(self, message: str, offset: int) -> None:
        """Say what is wrong at *offset*."""
        super().__init__(message)
        self.message = message
        self.offset = offset


class Several(Exception):  # noqa: N818 - as above
    """A stream of several documents."""


def children(node: AnyNode) -> Iterator[AnyNode]:
    """Yield the nodes directly inside *node*, keys and values, in source order."""
    match node:
        case Map(pairs=pairs):
            for key, value in pairs:
                yield key
                yield value
        case List(items=items):
            yield from items
        case _:
            pass


def walk(node: AnyNode) -> Iterator[AnyNode]:
    """Yield *node* and all nodes inside it, outermost first."""
    yield node
    for child in children(node):
        yield from walk(child)


def path_to(root: AnyNode, start: int, end: int) -> list[AnyNode]:
    """Return the nodes from *root* down to the one that spans *start* to *end*, or to the innermost around it."""
    path = [root]
    while (path[-1].start, path[-1].end) != (start, end):
        inner = next((c for c in children(path[-1]) if c.start <= start and end <= c.end), None)
        if inner is None:
            break
        path.append(inner)
    return path


# --------------------------------------------------------------------------------------------------------------------
# YAML

_RESOLVERS = cast("dict[str, list[tuple[str, re.Pattern[str]]]]", yaml.SafeLoader.yaml_implicit_resolvers)
_INTEGER = re.compile(r"[-+]?(?:0|[1-9]\d*)")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9]\d*)\.\d+")
_TRUE = {"yes", "true", "on"}
_PROPERTIES = re.compile(r"(?:[!&]\S*(?:[ \t]+|[ \t]*(?:#[^\r\n]*)?\r?\n\s*)?)+")


@lru_cache(maxsize=4096)
def plain(text: str) -> Constant | Number:
    """Return what a plain scalar means to libyaml."""
    resolvers = _RESOLVERS.get(text[:1], ())
    tag = next((tag for tag, pattern in resolvers if pattern.match(text)), "")
    match tag.rpartition(":")[2]:
        case "bool":
            return text.lower() in _TRUE
        case "null":
            return None
        case "int":
            return int(text) if _INTEGER.fullmatch(text) else Number(text)
        case "float":
            return float(text) if _DECIMAL.fullmatch(text) else Number(text)
        case _:
            return text


def parse_yaml(text: str) -> AnyNode | None:
    """Return the root of a YAML document, None for an empty one.

    Raises `Unreadable` where it is not YAML, or has a key twice; `Several` for a stream of documents.
    """
    if len(text) > LARGEST:
        raise Unreadable(f"the file has {len(text):,} characters; templates are read up to {LARGEST:,}", 0)
    loader = yaml.CSafeLoader(text)
    try:
        return _Composer(text).compose(loader)
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        offset = min(mark.index, len(text)) if mark else 0
        raise Unreadable(f"not YAML: {error.problem or error.context}", offset) from error
    except yaml.reader.ReaderError as error:
        raise Unreadable(f"not YAML: {error.reason}", max(_control(text), 0)) from error
    finally:
        loader.dispose()


_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _control(text: str) -> int:
    """Return the offset of the first character that YAML forbids, or -1."""
    found = _FORBIDDEN.search(text)
    return found.start() if found else -1


class _Composer:
    """Builds nodes from the events of one document."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.stack: list[tuple[Map | List, list[AnyNode]]] = []
        self.root: AnyNode | None = None

    def compose(self, loader: Any) -> AnyNode | None:
        """Read all events of *loader*."""
        documents = 0
        while loader.check_event():
            event = loader.get_event()
            match event:
                case yaml.ScalarEvent():
                    self.add(self.scalar(event))
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self.open(event)
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self.close(event)
                case yaml.AliasEvent():
                    self.add(self.alias(event))
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        raise Several
                case _:
                    pass
        return self.root

    def inner(self, event: Any, start: int) -> int:
        """Return where the content begins behind the anchor and the tag."""
        if event.anchor is None and event.tag is None and self.text[start : start + 1] != "!":
            return start
        found = _PROPERTIES.match(self.text, start)
        return found.end() if found else start

    def scalar(self, event: Any) -> Scalar:
        """Make a scalar."""
        start, end = event.start_mark.index, event.end_mark.index
        style = event.style or ""
        inner = min(self.inner(event, start), end) if event.value or style else end
        if style in ("|", ">"):
            end = min(_line_end(self.text, inner + len(self.text[inner:end].rstrip())), end)
        return Scalar(start, end, inner, _tag(event.tag), event.anchor is not None, event.value, style)

    def alias(self, event: Any) -> Alias:
        """Make an alias: it stands where it is written, not where its anchor is."""
        start, end = event.start_mark.index, event.end_mark.index
        return Alias(start, end, start)

    def open(self, event: Any) -> None:
        """Begin a mapping or a sequence."""
        if len(self.stack) >= DEEPEST:
            raise Unreadable(f"nested more than {DEEPEST} levels deep", event.start_mark.index)
        start = event.start_mark.index
        inner = self.inner(event, start)
        make = Map if isinstance(event, yaml.MappingStartEvent) else List
        node = make(start, start, inner, _tag(event.tag), event.anchor is not None, flow=bool(event.flow_style))
        self.stack.append((node, []))

    def close(self, event: Any) -> None:
        """End the innermost mapping or sequence."""
        node, found = self.stack.pop()
        if isinstance(node, Map):
            self.fill(node, found)
        else:
            node.items = found
            if not node.flow:
                node.dashes = self.dashes(node)
        if node.flow:
            node.end = event.end_mark.index
        else:
            node.end = max(found[-1].end, (node.dashes[-1] + 1) if isinstance(node, List) else 0)
        self.add(node)

    def fill(self, node: Map, found: list[AnyNode]) -> None:
        """Pair keys with values."""
        seen: set[str] = set()
        for key, value in zip(found[::2], found[1::2], strict=True):
            if not isinstance(key, Scalar):
                node.odd = True
                continue
            if key.text in seen and key.text != "<<":
                raise Unreadable(f"the key `{key.text}` stands here twice", key.start)
            seen.add(key.text)
            if self.explicit(key):
                node.odd = True
            node.pairs.append((key, value))

    def explicit(self, key: Scalar) -> bool:
        """Say whether *key* is written behind a question mark."""
        position = key.start - 1
        while position >= 0 and self.text[position] in " \t":
            position -= 1
        if position < 0 or self.text[position] != "?":
            return False
        return position == 0 or self.text[position - 1] in " \t\r\n-{,["

    def dashes(self, node: List) -> list[int]:
        """Return where the dash before each item of a block sequence stands."""
        found: list[int] = []
        position = node.inner
        for item in node.items:
            position = _dash(self.text, position)
            found.append(position)
            position = max(item.end, position + 1)
        return found

    def add(self, node: AnyNode) -> None:
        """Hang *node* into what is open."""
        if self.stack:
            self.stack[-1][1].append(node)
        else:
            self.root = node


def _line_end(text: str, position: int) -> int:
    """Return where the line of *position* ends: blanks at the end of a block's last line belong to it."""
    end = text.find("\n", position)
    end = len(text) if end < 0 else end
    return end - 1 if text[end - 1 : end] == "\r" else end


def _tag(tag: str | None) -> str:
    """Return *tag*, or nothing for one that says nothing."""
    return "" if tag is None or tag == "!" else tag


_GAP = re.compile(r"(?:\s+|#[^\r\n]*)*")


def _dash(text: str, position: int) -> int:
    """Return the offset of the next dash, behind white space and comments."""
    found = _GAP.match(text, position)
    return found.end() if found else position


# --------------------------------------------------------------------------------------------------------------------
# JSON

_SPACE = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_WORD = re.compile(r"[-+.\w]+")


def parse_json(text: str) -> AnyNode:
    """Return the root of a JSON text. Raises `Unreadable`."""
    if len(text) > LARGEST:
        raise Unreadable(f"the file has {len(text):,} characters; templates are read up to {LARGEST:,}", 0)
    _refuse_depth(text)
    try:
        json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise Unreadable(f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}", error.pos) from error
    except (RecursionError, ValueError) as error:
        raise Unreadable(f"not JSON: {error}", 0) from error
    return _JsonReader(text).value(_space(text, 0))[0]


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)


def _refuse_depth(text: str) -> None:
    """Raise `Unreadable` where *text* is nested too deeply, before anything recurses over it."""
    depth = 0
    for found in _BRACKETS.finditer(text):
        match text[found.start()]:
            case "[" | "{":
                depth += 1
                if depth > DEEPEST:
                    raise Unreadable(f"nested more than {DEEPEST} levels deep", found.start())
            case "]" | "}":
                depth -= 1
            case _:
                pass


def _space(text: str, position: int) -> int:
    """Return the offset of the next character that is no white space."""
    found = _SPACE.match(text, position)
    return found.end() if found else position


class _JsonReader:
    """Reads a text that is known to be JSON once more, for the positions."""

    def __init__(self, text: str) -> None:
        self.text = text

    def value(self, start: int) -> tuple[AnyNode, int]:
        """Return the value at *start* and where it ends."""
        match self.text[start]:
            case "{":
                return self.object(start)
            case "[":
                return self.array(start)
            case '"':
                return self.string(start)
            case _:
                found = cast("re.Match[str]", _WORD.match(self.text, start))
                return Scalar(start, found.end(), start, text=found[0]), found.end()

    def string(self, start: int) -> tuple[Scalar, int]:
        """Return the string at *start* and where it ends."""
        raw = cast("re.Match[str]", _STRING.match(self.text, start))[0]
        end = start + len(raw)
        return Scalar(start, end, start, text=json.loads(raw) if "\\" in raw else raw[1:-1], style='"'), end

    def object(self, start: int) -> tuple[Map, int]:
        """Return the object at *start* and where it ends."""
        node = Map(start, start, start, flow=True)
        seen: set[str] = set()
        position = _space(self.text, start + 1)
        while self.text[position] != "}":
            key, position = self.string(_space(self.text, position))
            if key.text in seen:
                raise Unreadable(f"the key `{key.text}` stands here twice", key.start)
            seen.add(key.text)
            value, position = self.value(_space(self.text, _space(self.text, position) + 1))
            node.pairs.append((key, value))
            position = self.comma(position)
        node.end = position + 1
        return node, node.end

    def array(self, start: int) -> tuple[List, int]:
        """Return the array at *start* and where it ends."""
        node = List(start, start, start, flow=True)
        position = _space(self.text, start + 1)
        while self.text[position] != "]":
            item, position = self.value(_space(self.text, position))
            node.items.append(item)
            position = self.comma(position)
        node.end = position + 1
        return node, node.end

    def comma(self, position: int) -> int:
        """Return where the next item begins, or the bracket that ends them."""
        position = _space(self.text, position)
        return _space(self.text, position + 1) if self.text[position] == "," else position


# --------------------------------------------------------------------------------------------------------------------
# Comments

_COMMENT = re.compile(r"#[^\r\n]*")


def comments(text: str) -> list[tuple[int, int]]:
    """Return the spans of the comments of a YAML text: what stands between its tokens and begins with ``#``."""
    if "#" not in text or text.lstrip().startswith("{"):
        return []
    try:
        return list(_between_scalars(text))
    except (yaml.YAMLError, Unreadable):
        return []


def _between_scalars(text: str) -> Iterator[tuple[int, int]]:
    """Yield the comments outside scalars."""
    position = 0
    loader = yaml.CSafeLoader(text)
    try:
        while loader.check_token():
            token: Any = loader.get_token()
            if isinstance(token, yaml.ScalarToken):
                yield from _comments_in(text, position, token.start_mark.index)
                position = token.end_mark.index
                if token.style in ("|", ">"):
                    start = token.start_mark.index
                    header = text.find("\n", start)
                    yield from _comments_in(text, start, header if header >= 0 else len(text))
        yield from _comments_in(text, position, len(text))
    finally:
        loader.dispose()


def _comments_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the comments of a stretch that has no scalars; a sharp that touches what is before it is none."""
    for found in _COMMENT.finditer(text, start, end):
        if found.start() == 0 or text[found.start() - 1] in " \t\r\n":
            yield found.span()
