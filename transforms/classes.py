"""The classes of a provider's Python package: what there is, and which of them somebody meant who named another one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from iacfix.transforms.facts import terraform
from iacfix.transforms.facts.moved_terraform import TYPES
from iacfix.transforms.facts.terraform import Schema, structs_of
from iacfix.transforms.likeness import around, misspelt, same_word, stem
from iacfix.transforms.model import Resource
from iacfix.transforms.schema import Body, schema_of

# What is made of each struct, besides itself, and of each resource.
_MADE = re.compile(r"(?P<of>\w+?)(?:OutputReference|MapList|List|Map)")
_WORD = re.compile(r"[A-Z][a-z0-9]*|[a-z0-9]+")


class Class(NamedTuple):
    """A class, and the module of the package that it is in."""

    module: str
    name: str


@lru_cache(maxsize=1024)
def classes_in(provider: str, major: int, module: str) -> tuple[str, ...]:
    """Return the classes that make something, then the structs, of *module*; nothing when there is no such module."""
    schema = terraform.provider(provider, major).modules.get(module)
    return (schema.python, *dict.fromkeys(structs_of(schema))) if schema else ()


def is_class(provider: str, major: int, wanted: Class) -> bool:
    """Say whether there is such a class."""
    there = classes_in(provider, major, wanted.module)
    made = _MADE.fullmatch(wanted.name)
    return bool(there) and (
        wanted.name in there or wanted.name == f"{there[0]}Config" or (made is not None and made["of"] in there[1:])
    )


def owners(provider: str, majors: Iterable[int], name: str) -> list[Class]:
    """Return the classes that are called *name*, each with its module, that all *majors* have."""
    found = [
        {
            Class(known[owner], name)
            for known in (terraform.provider(provider, major).classes,)
            for owner in known
            if name.startswith(owner.removesuffix("A")) and name in classes_in(provider, major, known[owner])
        }
        for major in majors
    ]
    return sorted(set.intersection(*found)) if found else []


def struct_of(body: Body) -> Class | None:
    """Return the provider's struct that *body* is, where all versions call it the same."""
    if body.outer is None or body.entry is None or body.outer.mapping is body.resource.meta:
        return None
    names = {struct.name for struct in body.outer.accepts.struct(body.entry.name)}
    module = module_of(body.resource, body.accepts.majors)
    return Class(module, names.pop()) if len(names) == 1 and module else None


def module_of(resource: Resource, majors: Iterable[int]) -> str:
    """Return the module that the class of *resource* is in, or an empty string."""
    provider = resource.type.partition("_")[0]
    schemas = [schema_of(provider, major, resource.kind, resource.type) for major in majors]
    modules = {schema.module for schema in schemas if schema is not None}
    return modules.pop() if len(modules) == 1 else ""


Way: TypeAlias = "Callable[[str, int, Class], Iterable[Class]]"


def meant(provider: str, majors: Iterable[int], wrong: Class, *, makes: bool) -> list[Class]:
    """Return the classes that *wrong* may stand for in all *majors*: those that are as likely as each other.

    *makes* says that it is called with a scope and an id: it is no struct then.
    """
    for way in _WAYS:
        found = [list(dict.fromkeys(way(provider, major, wrong))) for major in majors]
        common = [each for each in found[0] if all(each in others for others in found)] if found else []
        if makes:
            makers = {each for major in majors for each in terraform.provider(provider, major).classes}
            common = [each for each in common if each.name in makers]
        if common:
            return common
        if any(found) and not makes:
            return []
    return []


def words(name: str) -> list[str]:
    """Return the words of a class's name, but for the A that CDKTF puts behind one whose name is taken."""
    return [word.lower() for word in _WORD.findall(name) if word != "A"]


def _flat(name: str) -> str:
    return "".join(words(name))


def _same_here(provider: str, major: int, wrong: Class) -> Iterator[Class]:
    """Yield the class of the same module that differs in an A, in capital letters, or in the ``DataAws`` before it."""
    there = classes_in(provider, major, wrong.module)
    for prefix in ("", f"data{provider}"):
        flat = prefix + _flat(wrong.name)
        yield from (Class(wrong.module, name) for name in there if _flat(name) == flat)


def _elsewhere(provider: str, major: int, wrong: Class) -> Iterator[Class]:
    """Yield the class of that very name in another module."""
    known = terraform.provider(provider, major).classes
    if wrong.name in known:
        yield Class(known[wrong.name], wrong.name)
    owners = [name for name in known if wrong.name.startswith(name.removesuffix("A")) and name != wrong.name]
    for owner in sorted(owners, key=len, reverse=True):
        if wrong.name in classes_in(provider, major, known[owner]):
            yield Class(known[owner], wrong.name)
            return


def _same_elsewhere(provider: str, major: int, wrong: Class) -> Iterator[Class]:
    """Yield the class of another module that differs in an A, in capital letters, or in ``DataAws``."""
    known = terraform.provider(provider, major).classes
    for prefix in ("", f"data{provider}"):
        flat = prefix + _flat(wrong.name)
        found = [Class(module, name) for name, module in known.items() if _flat(name) == flat]
        yield from found
        if found:
            return


def _of_type(provider: str, major: int, wrong: Class) -> Iterator[Class]:
    """Yield what is known to be meant by a type that there is not, or the one type with nearly its name."""
    facts = terraform.provider(provider, major)
    module = wrong.module or "_".join(words(wrong.name))
    if module in facts.modules:
        return
    data = f"data_{provider}_"
    types = facts.data if module.startswith(data) else facts.resources
    type_ = f"{provider}_{module.removeprefix(data)}"
    if type_ in TYPES:
        names = [TYPES[type_]] if TYPES[type_] else []
    else:
        names = list(dict.fromkeys([*same_word(type_, types), *misspelt(type_, types)])) or _nearest(type_, types)
    for name in names:
        if (schema := types.get(name)) is not None:
            yield from _in_place_of(module, wrong.name, schema)


def _nearest(type_: str, types: Iterable[str]) -> list[str]:
    """Return the types with all words of *type_* and as few more as there are."""
    found = around(type_, types)
    least = min((name.count("_") for name in found), default=0)
    return [name for name in found if name.count("_") == least]


def _in_place_of(module: str, name: str, schema: Schema) -> Iterator[Class]:
    """Yield the class of *schema* that is there what *name* would be in *module*."""
    own, whole = "".join(words(module.title())), _flat(name)
    if whole == own:
        yield Class(schema.module, schema.python)
    elif whole.startswith(own):
        flat = _flat(schema.python) + whole[len(own) :]
        yield from (Class(schema.module, struct) for struct in structs_of(schema) if _flat(struct) == flat)


def _deeper(provider: str, major: int, wrong: Class) -> Iterator[Class]:
    """Yield the structs of the same module that have all the words of its name, and more, or spell one otherwise."""
    there = classes_in(provider, major, wrong.module)[1:]
    own = [stem(word) for word in words(wrong.name)]
    for name in there:
        its = [stem(word) for word in words(name)]
        left = iter(its)
        if its[-1] == own[-1] and all(word in left for word in own):
            yield Class(wrong.module, name)


def _spelled(provider: str, major: int, wrong: Class) -> Iterator[Class]:
    """Yield the classes of the same module with nearly that name."""
    said = {"_".join(words(name)): name for name in classes_in(provider, major, wrong.module)}
    own = "_".join(words(wrong.name))
    yield from (Class(wrong.module, said[name]) for name in [*same_word(own, said), *misspelt(own, said)])


def _only(provider: str, major: int, wrong: Class) -> Iterator[Class]:
    """Yield what the module makes, where its name ends in the same word: a module makes one thing."""
    there = classes_in(provider, major, wrong.module)[:1]
    yield from (Class(wrong.module, name) for name in there if words(name)[-1] == words(wrong.name)[-1])


_WAYS: tuple[Way, ...] = (_same_here, _elsewhere, _same_elsewhere, _of_type, _deeper, _spelled, _only)
