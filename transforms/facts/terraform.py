"""What Terraform providers accept: every resource and data source, argument and block.

``build_terraform.py`` derives these facts from the published CDKTF packages of the
providers, so the same table serves HCL (names, types, blocks) and CDKTF in Python
(modules, classes, keywords). A file in ``data/`` begins with a line of JSON that says
what it was made from; the rest, compressed, is a line for each resource::

    resource aws_eip eip Eip <tab> ["?address string","=arn string","~vpc bool @5", ...]

An item is an argument, or a list: a header and the items below it. In words:

* ``!name`` is required, ``?name`` optional, ``~name`` optional and else computed, ``=name``
  only computed; its type follows, and ``set(object)`` has its fields below;
* ``{name list 0 1`` is a block: nesting, at least, at most (``-``: no limit known);
* ``@5`` is there in major version 5 only; ``deprecated``; ``open``, for a block whose inside
  is unknown, and ``in=aws.foo`` for one whose inside is the line ``part foo``, and which has no
  class in CDKTF; ``python=from_`` where the keyword, and ``struct=Foo`` where the class, is not
  what the name lets expect.

Only the line that is asked for is decoded: reading costs milliseconds.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeAlias, cast, get_args

DATA = Path(__file__).parent / "data"

# The NUL keeps git from taking a small file for text and changing its line ends.
BEFORE_BODY = b"\n\0"

Mode: TypeAlias = Literal["data", "ephemeral", "provider", "resource"]
Nesting: TypeAlias = Literal["list", "map", "set", "single"]
Item: TypeAlias = "str | list[Item]"


@dataclass(frozen=True, slots=True)
class Argument:
    """An attribute of a block: what a configuration gives, what it can read, or both."""

    name: str
    type: str
    """In Terraform's words: ``map(string)``; ``list(object)`` has *fields*; ``any`` is not known."""
    required: bool
    optional: bool
    computed: bool
    deprecated: bool
    python: str
    """The keyword, and the property, in CDKTF for Python: ``from_`` for ``from``."""
    struct: str | None
    """The Python class of the objects."""
    fields: Mapping[str, Argument]

    @property
    def settable(self) -> bool:
        """Whether a configuration may give it."""
        return self.required or self.optional


@dataclass(frozen=True, slots=True)
class Block:
    """What may stand between two braces."""

    arguments: Mapping[str, Argument]
    blocks: Mapping[str, NestedBlock]
    open: bool
    """Whether more may stand here than is known: the definitions of QuickSight."""


@dataclass(frozen=True, slots=True)
class NestedBlock:
    """A block within a block, and how often it may stand there."""

    name: str
    nesting: Nesting
    min: int
    """1 stands for "one or more": the source has no other number."""
    max: int | None
    """1, or none if there is no limit or a higher one."""
    deprecated: bool
    python: str
    struct: str
    """The Python class of what stands in it; empty where CDKTF takes anything, the statements of WAF being too deep."""
    block: Block


@dataclass(frozen=True, slots=True)
class Schema(Block):
    """A resource, a data source, or the configuration of a provider."""

    mode: Mode
    type: str
    module: str
    """The Python module within the package of the provider."""
    python: str
    """The Python class: ``S3Bucket``, but ``S3BucketVersioningA``."""
    deprecated: bool


EMPTY = Block(MappingProxyType({}), MappingProxyType({}), open=False)


class Schemas(Mapping[str, Schema]):
    """Schemas by a name of theirs, each decoded when it is first asked for."""

    __slots__ = ("_lines", "_major")

    def __init__(self, lines: Mapping[str, str], major: int) -> None:
        """Take *lines* by name, as they look in *major*."""
        self._lines = lines
        self._major = major

    def __getitem__(self, name: str) -> Schema:
        """Return the schema called *name*."""
        return _schema(self._lines[name], self._major)

    def __contains__(self, name: object) -> bool:
        """Tell, without decoding, whether there is a schema called *name*."""
        return name in self._lines

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._lines)

    def __len__(self) -> int:
        """Count the names."""
        return len(self._lines)


@dataclass(frozen=True, slots=True)
class Provider:
    """One major version of a provider."""

    name: str
    version: str
    major: int
    configuration: Schema
    """What ``provider "aws" {}`` accepts, ``alias`` included, which is Terraform's own."""
    resources: Mapping[str, Schema]
    data: Mapping[str, Schema]
    ephemeral: Mapping[str, Schema]
    modules: Mapping[str, Schema]
    """By Python module: each has one resource or data source, and its structs."""
    classes: Mapping[str, str]
    """The Python module of each class that makes a resource, a data source, or the provider."""

    @property
    def packages(self) -> tuple[str, str]:
        """The Python packages of the prebuilt provider: HashiCorp's, and its successor."""
        return f"cdktf_cdktf_provider_{self.name}", f"cdktn_provider_{self.name}"

    def class_named(self, module: str, name: str) -> Block | None:
        """Return what the Python class *name* takes: a Schema for the resource itself, a Block for a struct."""
        schema = self.modules.get(module)
        if schema is None or name == schema.python:
            return schema
        named = (block for struct, block in _structs(schema) if struct == name)
        return next(named, schema if name in {f"{schema.python}Config", f"{schema.python}ConfigA"} else None)


@cache
def majors(name: str) -> Mapping[int, str]:
    """Return the versions that the facts about provider *name* come from, by major version, oldest first."""
    return MappingProxyType({int(major): version for major, version in _read(name)[0]["versions"].items()})


@cache
def provider(name: str = "aws", major: int | None = None) -> Provider:
    """Return the facts about provider *name*, in its newest *major* version unless told."""
    known = majors(name)
    if major is None:
        return provider(name, max(known))
    if major not in known:
        raise LookupError(f"no facts about provider {name} {major}, only about {', '.join(map(str, known))}")
    by_mode: dict[str, dict[str, str]] = {mode: {} for mode in get_args(Mode)}
    by_module: dict[str, str] = {}
    classes: dict[str, str] = {}
    for line in _read(name)[1]:
        mode, type_, module, python, *marks = line.partition("\t")[0].split(" ")
        if mode != "part" and _stands(marks, major):
            classes[python] = module
            by_mode[mode][type_] = by_module[module] = line
    return Provider(
        name=name,
        version=known[major],
        major=major,
        configuration=_schema(by_mode["provider"][name], major),
        resources=Schemas(by_mode["resource"], major),
        data=Schemas(by_mode["data"], major),
        ephemeral=Schemas(by_mode["ephemeral"], major),
        modules=Schemas(by_module, major),
        classes=MappingProxyType(classes),
    )


def structs_of(schema: Schema) -> Mapping[str, Block]:
    """Return what each struct in the Python module of *schema* takes, by its class; what is left open has none."""
    return {struct: block for struct, block in _structs(schema) if not block.open}


def struct_class(owner: str, name: str) -> str:
    """Return the class that CDKTF makes of the struct *name* in the class *owner*: none where that is none."""
    return owner and owner + "".join(word[:1].upper() + word[1:] for word in name.split("_"))


@cache
def _read(name: str) -> tuple[dict[str, dict[str, str]], list[str]]:
    path = DATA / f"terraform_{name}.zz"
    if not path.exists():
        known = sorted(file.stem.removeprefix("terraform_") for file in DATA.glob("terraform_*.zz"))
        raise LookupError(f"no facts about provider {name}, only about {', '.join(known)}")
    header, _, body = path.read_bytes().partition(BEFORE_BODY)
    return json.loads(header), zlib.decompress(body).decode().splitlines()


def _stands(words: Sequence[str], major: int) -> bool:
    marks = [word for word in words if word.startswith("@")]
    return not marks or f"@{major}" in marks


@cache
def _schema(line: str, major: int) -> Schema:
    head, _, body = line.partition("\t")
    mode, type_, module, python, *words = head.split(" ")
    block = _block(json.loads(body), python, major)
    return Schema(
        arguments=block.arguments,
        blocks=block.blocks,
        open=False,
        mode=cast("Mode", mode),
        type=type_,
        module=module,
        python=python,
        deprecated="deprecated" in words,
    )


def _block(items: Sequence[Item], owner: str, major: int, *, open_: bool = False) -> Block:
    arguments: dict[str, Argument] = {}
    blocks: dict[str, NestedBlock] = {}
    for item in items:
        header, below = (item, []) if isinstance(item, str) else (cast("str", item[0]), item[1:])
        word, *words = header.split(" ")
        if not _stands(words, major):
            continue
        mark, name = word[0], word[1:]
        given = dict(word.split("=") for word in words if "=" in word)
        python, struct = given.get("python", name), given.get("struct") or struct_class(owner, name)
        deprecated = "deprecated" in words
        if (part := given.get("in")) is not None:
            struct, inside = "", _part(part, major)
        else:
            inside = _block(below, struct, major, open_="open" in words) if below or "open" in words else EMPTY
        if mark == "{":
            nesting, least, most = cast("Nesting", words[0]), int(words[1]), None if words[2] == "-" else int(words[2])
            blocks[name] = NestedBlock(name, nesting, least, most, deprecated, python, struct, inside)
        else:
            arguments[name] = Argument(
                name=name,
                type=words[0],
                required=mark == "!",
                optional=mark in "?~",
                computed=mark in "~=",
                deprecated=deprecated,
                python=python,
                struct=struct if "object" in words[0] else None,
                fields=inside.arguments,
            )
    return Block(MappingProxyType(arguments), MappingProxyType(blocks), open_)


@cache
def _part(path: str, major: int) -> Block:
    """Return what stands in every block that names the part at *path*, which is that of a provider."""
    name, _, part = path.partition(".")
    head = f"part {part} - -\t"
    (line,) = (line for line in _read(name)[1] if line.startswith(head))
    return _block(json.loads(line.removeprefix(head)), "", major)


def _structs(block: Block) -> Iterator[tuple[str, Block]]:
    below = [(argument.struct, Block(argument.fields, {}, open=False)) for argument in block.arguments.values()]
    below += [(nested.struct, nested.block) for nested in block.blocks.values()]
    for struct, inside in below:
        if struct:
            yield struct, inside
            yield from _structs(inside)
