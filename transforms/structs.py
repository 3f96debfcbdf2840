"""Dictionaries in place of CDKTF's structs: what becomes of their keys, and how they are written as structs.

A dictionary that a class is given directly may have the keywords of the struct as keys: Python makes the struct. In a
list it is handed over as it is, to code that knows the names in camel case only: ``cidr_block`` is lost without a word,
or missed where it is required.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from iacfix.transforms.classes import Class, module_of
from iacfix.transforms.edits import Edit, RenameArgument, ToStruct
from iacfix.transforms.facts.terraform import Block
from iacfix.transforms.model import Mapping, Sequence, Value
from iacfix.transforms.packages import package
from iacfix.transforms.schema import Accepted, Body, bodies, written


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a key of a dictionary: it is *kept*, or lost; an empty *keyword* is known to nobody."""

    path: tuple[str, ...]
    keyword: str
    kept: bool
    required: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """What stands for *keyword*, at *path*: an argument of a body, or a key of a dictionary that is *handed over*.

    *at* is what stands there; *value* is that, or what it is a name for.
    """

    accepts: Accepted
    keyword: str
    at: Value
    value: Value
    path: str
    handed_over: bool = False


def spots(body: Body) -> Iterator[Spot]:
    """Yield the arguments of *body*, and what is in the dictionaries of their lists that are no bodies themselves."""
    own = {id(each.mapping) for each in bodies(body.component)}
    for entry in body.mapping.entries if not body.accepts.open else ():
        value, inside = written(body.component, body.module, entry.value), within(body.accepts, entry.name)
        yield Spot(body.accepts, entry.name, entry.value, value, body.to(entry.name))
        if inside is not None and isinstance(value, Sequence):
            for item in plain(value.items):
                if id(item) not in own:
                    yield from _handed_over(item, inside, body.to(entry.name))


def _handed_over(dictionary: Mapping, accepts: Accepted, path: str) -> Iterator[Spot]:
    """Yield the keys of *dictionary* that are known as they are written."""
    for entry in dictionary.entries:
        keyword, at = keyword_of(entry.name, accepts), f"{path}.{entry.name}"
        if keyword and camel(keyword) == entry.name:
            yield Spot(accepts, keyword, entry.value, entry.value, at, handed_over=True)
            if (inside := within(accepts, keyword)) is not None:
                for item in dictionaries(entry.value):
                    yield from _handed_over(item, inside, at)


def camel(keyword: str) -> str:
    """Return what JavaScript calls *keyword*."""
    return re.sub(r"_(\w)", lambda found: found[1].upper(), keyword)


def keyword_of(key: str, accepts: Accepted) -> str:
    """Return the keyword that *key* stands for in all versions: itself, in camel case, or as Terraform has it."""
    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", key).lower()
    for name in (key, snake, f"{key}_attribute", re.sub(r"_(?=\d)", "", key)):
        if all(name in version.arguments or name in version.blocks for version in accepts.versions):
            return name
    return ""


def fates(dictionary: Mapping, accepts: Accepted, path: tuple[str, ...] = ()) -> Iterator[Fate]:
    """Yield what becomes of each key of *dictionary*, which stands in a list, and of those below."""
    for entry in dictionary.entries:
        keyword, at = keyword_of(entry.name, accepts), (*path, entry.name)
        required = bool(keyword) and all(_requires(version, keyword) for version in accepts.versions)
        yield Fate(at, keyword, kept=bool(keyword) and camel(keyword) == entry.name, required=required)
        for item in dictionaries(entry.value):
            if inside := within(accepts, keyword):
                yield from fates(item, inside, at)


def _requires(block: Block, name: str) -> bool:
    return (name in block.arguments and block.arguments[name].required) or (
        name in block.blocks and bool(block.blocks[name].min)
    )


def within(accepts: Accepted, keyword: str) -> Accepted | None:
    """Return what is accepted in the structs of *keyword*, None where it takes no structs."""
    structs = accepts.struct(keyword) if keyword else ()
    return Accepted(tuple(struct.block for struct in structs), accepts.majors) if structs else None


def dictionaries(value: Value) -> Iterator[Mapping]:
    """Yield the dictionaries that *value* is, or lists."""
    yield from plain(value.items if isinstance(value, Sequence) else (value,))


def plain(items: Iterable[Value]) -> Iterator[Mapping]:
    """Yield those of *items* that are dictionaries."""
    yield from (item for item in items if isinstance(item, Mapping) and not item.type)


def as_struct(body: Body, dictionary: Mapping, accepts: Accepted, keyword: str) -> list[Edit] | None:
    """Return what writes *dictionary* as the struct that the argument *keyword* takes, None where that is not clear.

    *accepts* is what the body around accepts; *body* tells the resource and the file.
    """
    names = {struct.name for struct in accepts.struct(keyword)}
    inside = within(accepts, keyword)
    if len(names) != 1 or inside is None or dictionary.origin is None:
        return None
    struct = Class(module_of(body.resource, accepts.majors), names.pop())
    keywords = [keyword_of(entry.name, inside) for entry in dictionary.entries]
    if not struct.module or not all(keywords) or len({*keywords}) < len(keywords):
        return None
    edits: list[Edit] = [
        ToStruct(dictionary, f"{package_at(body, dictionary)}.{struct.module}", struct.name, (*keywords,))
    ]
    for entry, name in zip(dictionary.entries, keywords, strict=True):
        found = _below(body, entry.value, inside, name)
        if found is None:
            return None
        edits += found
    return edits


def in_keywords(body: Body, dictionary: Mapping, accepts: Accepted) -> list[Edit] | None:
    """Return what gives *dictionary*, which a struct is made of, the keys that its keywords want."""
    edits: list[Edit] = []
    for entry in dictionary.entries:
        name = keyword_of(entry.name, accepts)
        found = _below(body, entry.value, accepts, name) if name else None
        if found is None:
            return None
        if name != entry.name:
            edits.append(RenameArgument(body.resource, dictionary, entry, name))
        edits += found
    return edits


def _below(body: Body, value: Value, accepts: Accepted, keyword: str) -> list[Edit] | None:
    """Return what the dictionaries below *keyword* want, once it is a keyword of a struct."""
    inside = within(accepts, keyword)
    edits: list[Edit] = []
    for item in dictionaries(value) if inside else ():
        if inside is None:
            continue
        if item is value and not all(struct.many for struct in accepts.struct(keyword)):
            found = in_keywords(body, item, inside)
        elif all(fate.kept for fate in fates(item, inside)):
            found = []
        else:
            found = as_struct(body, item, accepts, keyword)
        if found is None:
            return None
        edits += found
    return edits


def package_at(body: Body, dictionary: Mapping) -> str:
    """Return the package that the file of *dictionary* takes the provider from."""
    name = body.resource.type.partition("_")[0]
    path = dictionary.origin.path if dictionary.origin else ""
    taken = [found for each in body.component.imports if (found := package(each.module)) and each.path in {path, ""}]
    taken += [found for each in sorted(body.component.modules_taken) if (found := package(each))]
    return next((found.package for found in taken if found.name == name), f"cdktf_cdktf_provider_{name}")
