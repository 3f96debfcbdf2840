"""What CloudFormation accepts: every type of resource, its properties, and what can be read of it.

``build_cloudformation.py`` derives these facts from the schemas that cfn-lint carries. The file in ``data/`` begins
with a line of JSON that says what it was made from; the rest, compressed, is a line for each type, its name and an
object:

* ``p`` is the shape of its properties, ``d`` the shapes that others name as ``#Name``;
* ``c`` and ``r`` are the paths that cannot be changed once it is there, and that only it sets (``Rules.*.Id``);
* ``a`` has what ``Fn::GetAtt`` can ask for, where that is not just ``r``;
* ``i`` is the property that ``Ref`` returns, where that is one.

A shape is the letters of its types (``s`` string, ``n`` number, ``i`` integer, ``b`` boolean, ``o`` object, ``a``
array, ``?`` not known), or an object: ``t`` has the letters, ``o`` the properties, ``r`` those that are required, ``x``
says that there may be more, ``v`` is the shape of what stands under names that anybody may choose, ``l`` the shape of
items, ``e`` lists what is accepted (``E``: in any case of letters),
``m`` the least and the most, ``f`` what it is in terms of other types (``AWS::IAM::Role.Arn``).

Two lines are tables: ``=engines`` has all versions of database engines, and those of them that can no longer be
created; ``=runtimes`` the dates of Lambda's runtimes. Only the line that is asked for is decoded.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeAlias, cast

FILE = Path(__file__).parent / "data" / "cloudformation.zz"

# The NUL keeps git from taking the file for text and changing its line ends.
BEFORE_BODY = b"\n\0"

Said: TypeAlias = "str | dict[str, Any]"


@dataclass(frozen=True, slots=True)
class Shape:
    """What may be given at one place of a type's properties."""

    said: dict[str, Any] = field(repr=False)
    definitions: Mapping[str, Said] = field(repr=False)

    @property
    def types(self) -> frozenset[str]:
        """The letters of its types; empty where it is not known."""
        return frozenset(self.said.get("t", "")) - {"?", "z"}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its properties."""
        return tuple(self.said.get("o", ()))

    @property
    def required(self) -> tuple[str, ...]:
        """The names of the properties that must be given."""
        return tuple(self.said.get("r", ()))

    @property
    def open(self) -> bool:
        """Whether it takes properties that have no name here, or is not an object at all."""
        return "o" not in self.said or bool(self.said.get("x"))

    @property
    def words(self) -> tuple[str | int | float | bool, ...]:
        """What is accepted, where that is a list; in any case of letters if `any_case`."""
        return tuple(self.said.get("e") or self.said.get("E", ()))

    @property
    def any_case(self) -> bool:
        """Whether the case of letters does not matter."""
        return "E" in self.said

    @property
    def limits(self) -> tuple[float | None, float | None]:
        """The least and the most."""
        least, most = self.said.get("m", (None, None))
        return least, most

    @property
    def formats(self) -> frozenset[str]:
        """What it is in terms of other types."""
        return frozenset(self.said.get("f", ()))

    @property
    def items(self) -> Shape | None:
        """The shape of its items."""
        return _shape(self.said["l"], self.definitions) if "l" in self.said else None

    @property
    def named(self) -> Shape | None:
        """The shape of what it has under names that anybody may choose, where that is an object or a list."""
        return _shape(self.said["v"], self.definitions) if "v" in self.said else None

    def property(self, name: str) -> Shape | None:
        """Return the shape of the property *name*."""
        said = self.said.get("o", {}).get(name)
        return None if said is None else _shape(said, self.definitions)


@dataclass(frozen=True)
class Type:
    """A type of resource."""

    name: str
    row: dict[str, Any] = field(repr=False)

    @cached_property
    def properties(self) -> Shape:
        """The shape of its properties."""
        return _shape(self.row["p"], self.row.get("d", {}))

    @property
    def create_only(self) -> frozenset[str]:
        """The paths of what cannot be changed once the resource is there."""
        return frozenset(self.row.get("c", ()))

    @property
    def read_only(self) -> frozenset[str]:
        """The paths of what only the resource itself sets."""
        return frozenset(self.row.get("r", ()))

    @property
    def attributes(self) -> tuple[str, ...]:
        """What ``Fn::GetAtt`` can ask for."""
        return tuple(attribute for attribute in self._asked if "*" not in attribute)

    @property
    def identifier(self) -> str:
        """The property that ``Ref`` returns, empty where that is not one alone."""
        return str(self.row.get("i", ""))

    def has_attribute(self, name: str) -> bool:
        """Say whether ``Fn::GetAtt`` can ask for *name*."""
        return name in self._asked or any(a.endswith("*") and name.startswith(a.rstrip("*.\\")) for a in self._asked)

    @property
    def _asked(self) -> tuple[str, ...]:
        return tuple(self.row.get("a", self.row.get("r", ())))

    def replaces(self, path: tuple[str, ...]) -> bool:
        """Say whether a change at *path* makes CloudFormation replace the resource."""
        steps = ["*" if step.startswith("[") else step for step in path]
        return any(".".join(steps[: end + 1]) in self.create_only for end in range(len(steps)))


@dataclass(frozen=True, slots=True)
class Runtime:
    """The dates of one of Lambda's runtimes. *create_block*: from then on no function can be made with it."""

    name: str
    deprecated: date | None
    create_block: date | None
    update_block: date | None
    successor: str


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of a database engine: *known* has all that there were, *gone* those that cannot be made any more."""

    known: tuple[str, ...]
    gone: frozenset[str]


@cache
def resource_type(name: str) -> Type | None:
    """Return the facts about the type *name*, or None when there are none."""
    row = _rows().get(name)
    return Type(name, json.loads(row)) if row is not None and not name.startswith("=") else None


@cache
def type_names() -> tuple[str, ...]:
    """Return the names of all types."""
    return tuple(name for name in _rows() if not name.startswith("="))


@cache
def runtimes() -> Mapping[str, Runtime]:
    """Return the runtimes of Lambda, by name."""
    return {
        name: Runtime(name, _day(deprecated), _day(create_block), _day(update_block), successor or "")
        for name, (deprecated, create_block, update_block, successor) in json.loads(_rows()["=runtimes"]).items()
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def engines(type_: str) -> Mapping[str, Versions]:
    """Return the versions that *type_* knows, by engine."""
    table = json.loads(_rows()["=engines"]).get(type_, {})
    return {engine: Versions(tuple(known), frozenset(gone)) for engine, (known, gone) in table.items()}


@cache
def made_from() -> Mapping[str, str]:
    """Return what the facts are derived from, and when."""
    return cast("dict[str, str]", json.loads(FILE.read_bytes().partition(BEFORE_BODY)[0]))


@cache
def _rows() -> dict[str, str]:
    lines = zlib.decompress(FILE.read_bytes().partition(BEFORE_BODY)[2]).decode().splitlines()
    return dict(_split(lines))


def _split(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        name, _, row = line.partition("\t")
        yield name, row


def _shape(said: Said, definitions: Mapping[str, Said]) -> Shape:
    """Return the shape that is *said*, through the names that stand for others."""
    for _ in range(8):
        if not (isinstance(said, str) and said.startswith("#")):
            break
        said = definitions.get(said[1:], "?")
    return Shape({"t": said} if isinstance(said, str) else said, definitions)
