"""What the provider accepts, beside what is written: every body of a resource with its schema.

A module may often run with several major versions of a provider. What is said here of a body holds in all of them: a
name is *known* if one of them knows it, and may be *given* only if all of them accept it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from iacfix.transforms.facts import library, terraform
from iacfix.transforms.facts.terraform import Argument, Block, NestedBlock, Schema
from iacfix.transforms.model import (
    Component,
    Dynamic,
    Entry,
    Kind,
    Mapping,
    Module,
    Reference,
    Resource,
    Sequence,
    Value,
)
from iacfix.transforms.versions import majors, provider_of

ANYTHING = Block({}, {}, open=True)


@dataclass(frozen=True, slots=True)
class Struct:
    """The objects that an argument or block takes: their Python class, what is in them, and whether it takes a list."""

    name: str
    block: Block
    many: bool


@dataclass(frozen=True)
class Accepted:
    """What a body accepts, in each of the versions that the module may run with and that have such a body.

    Every resource of a type asks the same, so that the answers are kept.
    """

    versions: tuple[Block, ...]
    majors: tuple[int, ...] = ()

    @property
    def open(self) -> bool:
        """Whether more may stand there than is known."""
        return not self.versions or any(version.open for version in self.versions)

    def knows(self, name: str) -> bool:
        """Say whether something called *name* may be written here in one of the versions."""
        return any(
            name in version.blocks or ((argument := version.arguments.get(name)) is not None and argument.settable)
            for version in self.versions
        )

    def reads(self, name: str) -> bool:
        """Say whether something called *name* can be read here in one of the versions."""
        return any(name in version.blocks or name in version.arguments for version in self.versions)

    def argument(self, name: str) -> Argument | None:
        """Return the argument *name* if it may be given in all versions."""
        return self._arguments.get(name)

    def block(self, name: str) -> NestedBlock | None:
        """Return the block *name* if all versions have it."""
        return self._blocks.get(name)

    def arguments(self) -> Iterator[Argument]:
        """Yield the arguments that may be given in all versions."""
        yield from self._arguments.values()

    @cached_property
    def _arguments(self) -> dict[str, Argument]:
        newest = self.versions[-1].arguments if self.versions else {}
        return {
            name: argument
            for name, argument in newest.items()
            if all((own := version.arguments.get(name)) is not None and own.settable for version in self.versions)
        }

    @cached_property
    def _blocks(self) -> dict[str, NestedBlock]:
        newest = self.versions[-1].blocks if self.versions else {}
        return {name: block for name, block in newest.items() if all(name in v.blocks for v in self.versions)}

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """The arguments and blocks that all versions have and that one of them requires."""
        needed = [name for name in self._arguments if self.requires(name)]
        return (*needed, *(name for name, block in self._blocks.items() if block.min))

    def readable(self) -> list[str]:
        """Return the names of what can be read in all versions."""
        return [name for name in self._names() if all(name in v.arguments or name in v.blocks for v in self.versions)]

    def _names(self) -> Iterator[str]:
        if self.versions:
            yield from self.versions[-1].arguments
            yield from self.versions[-1].blocks

    def requires(self, name: str) -> bool:
        """Say whether one of the versions wants the argument *name*."""
        return any(name in version.arguments and version.arguments[name].required for version in self.versions)

    def blocks(self) -> Iterator[NestedBlock]:
        """Yield the blocks that all versions have."""
        yield from self._blocks.values()

    def is_list(self, name: str) -> bool:
        """Say whether what is read as *name* is a list of objects, in all versions."""
        return bool(self.versions) and all(
            (name in version.blocks and version.blocks[name].nesting == "list")
            or (name in version.arguments and version.arguments[name].type == "list(object)")
            for version in self.versions
        )

    def is_single(self, name: str) -> bool:
        """Say whether that list has one item: a block that may stand there once, or what a provider tells of itself."""
        return self.is_list(name) and all(
            version.blocks[name].max == 1 if name in version.blocks else not version.arguments[name].settable
            for version in self.versions
        )

    def holds_objects(self, name: str) -> bool:
        """Say whether what is read as *name* is a list or a set of objects that may be several, in all versions."""
        return all(
            (name in version.blocks and version.blocks[name].max is None)
            or (name in version.arguments and version.arguments[name].type in {"list(object)", "set(object)"})
            for version in self.versions
        )

    def holds_scalars(self, name: str) -> bool:
        """Say whether what is read as *name* is a list or a set of no objects, in the versions that have it."""
        types = self._types(name)
        return bool(types) and all(type_.startswith(("list(", "set(")) and "object" not in type_ for type_ in types)

    def is_map(self, name: str) -> bool:
        """Say whether what is read as *name* is a map of no objects, in the versions that have it."""
        types = self._types(name)
        return bool(types) and all(type_.startswith("map(") and "object" not in type_ for type_ in types)

    def _types(self, name: str) -> set[str]:
        return {version.arguments[name].type for version in self.versions if name in version.arguments}

    def within(self, name: str) -> Accepted:
        """Return what can be read in the items of the list *name*."""
        return Accepted(
            tuple(
                version.blocks[name].block
                if name in version.blocks
                else Block(version.arguments[name].fields, {}, open=False)
                for version in self.versions
            ),
            self.majors,
        )

    def struct(self, name: str) -> tuple[Struct, ...]:
        """Return what the objects of the block or argument *name* are in each version; nothing where one has none."""
        found = [_struct(version, name) for version in self.versions]
        return tuple(each for each in found if each is not None) if None not in found else ()

    def inside(self, name: str) -> Accepted:
        """Return what the block *name* accepts, in the versions that have it."""
        if (known := self._insides.get(name)) is not None:
            return known
        pairs = [(v.blocks[name].block, m) for v, m in zip(self.versions, self.majors, strict=True) if name in v.blocks]
        found = Accepted(tuple(block for block, _ in pairs), tuple(major for _, major in pairs))
        self._insides[name] = found
        return found

    @cached_property
    def _insides(self) -> dict[str, Accepted]:
        return {}


@dataclass(frozen=True, slots=True)
class Body:
    """A resource's body, or a block in it, with what it accepts. *entry* is the block's own, in *outer*."""

    component: Component = field(repr=False)
    module: Module
    resource: Resource
    mapping: Mapping
    accepts: Accepted = field(repr=False)
    path: tuple[str, ...] = ()
    outer: Body | None = None
    entry: Entry | None = None

    @property
    def owner(self) -> str:
        """What it is the body of, as a finding has it."""
        return {Kind.OUTPUT: "an output", Kind.INPUT: "a variable", Kind.SETTINGS: "the backend"}.get(
            self.resource.kind, self.resource.type
        )

    def to(self, name: str) -> str:
        """Return the path of the argument *name*, as a finding has it."""
        return ".".join((*self.path, name))

    @property
    def generated(self) -> bool:
        """Whether it is what a ``dynamic`` block repeats."""
        return self.entry is not None and isinstance(self.entry.value, Dynamic)

    def missing(self) -> Iterator[str]:
        """Yield what is not given and required, if only by one of the versions."""
        given = self.mapping.names
        return (name for name in self.accepts.needs if name not in given and "**" not in given)


@lru_cache(maxsize=4)
def bodies(component: Component) -> tuple[Body, ...]:
    """Return every body of resources and data sources whose schema is known, outermost first, in source order."""
    outermost = [
        Body(component, module, resource, resource.body, accepts)
        for module in component.modules
        for resource, accepts in _known(component, module)
        if resource.body.origin is not None
    ]
    if component.language == "cdktf":
        outermost += _of_the_library(component)
    return tuple(body for each in outermost for body in _inside(each))


def _of_the_library(component: Component) -> Iterator[Body]:
    """Yield what CDKTF's own classes are given, and what every construct may be given besides its arguments."""
    for module in component.modules:
        for resource in module.resources:
            mapping, block = resource.body, library.OF_KIND.get(resource.kind)
            if resource.kind is Kind.SETTINGS and isinstance(backend := resource.body.get("backend"), Mapping):
                if any(taken.path in module.documents and taken.module == "cdktn" for taken in component.imports):
                    continue  # which takes more
                mapping, block = backend, library.BACKENDS.get("".join(backend.labels))
            elif resource.kind in {Kind.RESOURCE, Kind.DATA}:
                mapping, block = resource.meta, library.META
            if block is not None and mapping.origin is not None and mapping.entries:
                yield Body(component, module, resource, mapping, Accepted((block,), (0,)))


def bodies_of(component: Component, *types: str) -> Iterator[Body]:
    """Yield the bodies of the resources of *types*."""
    return (body for body in bodies(component) if body.resource.type in types)


def _struct(version: Block, name: str) -> Struct | None:
    block, argument = version.blocks.get(name), version.arguments.get(name)
    if block is not None and block.struct and block.nesting != "map" and not block.block.open:
        return Struct(block.struct, block.block, block.max is None)
    if argument is None or argument.struct is None or not argument.settable or argument.type.startswith("map"):
        return None
    return Struct(argument.struct, Block(argument.fields, {}, open=False), argument.type != "object")


def _known(component: Component, module: Module) -> Iterator[tuple[Resource, Accepted]]:
    versions = versions_of(component, module)
    in_python = component.language == "cdktf"
    for resource in module.of(Kind.RESOURCE, Kind.DATA, *([Kind.PROVIDER] if in_python else [])):
        name = provider_of(resource, module)
        accepts = accepted(name, versions(name), resource.kind, resource.type)
        if accepts.versions:
            yield resource, in_keywords(name, accepts.majors, resource.kind, resource.type) if in_python else accepts


@lru_cache(maxsize=16)  # several fixers ask, one after the other
def schemas_in(component: Component, module: Module) -> dict[tuple[Kind, str, str], Accepted]:
    """Return what each resource and data source of *module* accepts whose schema is known, by what refers to it."""
    return {resource.key: accepts for resource, accepts in _known(component, module) if not accepts.open}


def versions_of(component: Component, module: Module) -> Callable[[str], tuple[int, ...]]:
    """Return what tells the major versions of a provider that *module* may run with."""

    @lru_cache
    def versions(name: str) -> tuple[int, ...]:
        return majors(component, module, name)

    return versions


@lru_cache(maxsize=4096)
def accepted(name: str, versions: tuple[int, ...], kind: Kind, type_: str) -> Accepted:
    """Return what the provider *name* accepts for a resource or data source of *type_*: nothing if unknown to one."""
    schemas = [(schema_of(name, major, kind, type_), major) for major in versions]
    found = [(schema, major) for schema, major in schemas if schema is not None]
    if len(found) < len(schemas):
        return Accepted(())
    return Accepted(tuple(schema for schema, _ in found), tuple(major for _, major in found))


@lru_cache(maxsize=4096)
def in_keywords(name: str, versions: tuple[int, ...], kind: Kind, type_: str) -> Accepted:
    """Return what `accepted` does, with the names that arguments and blocks have as keywords of Python."""
    accepts = accepted(name, versions, kind, type_)
    return Accepted(tuple(map(_in_keywords, accepts.versions)), accepts.majors)


def _in_keywords(block: Block) -> Block:
    arguments = {
        a.python: replace(a, name=a.python, fields=_in_keywords(Block(a.fields, {}, open=False)).arguments)
        for a in block.arguments.values()
    }
    blocks = {
        b.python: replace(b, name=b.python, block=_in_keywords(b.block) if b.struct else ANYTHING)
        for b in block.blocks.values()
    }
    return Block(arguments, blocks, block.open)


@lru_cache(maxsize=64)
def types_of(name: str, versions: tuple[int, ...], kind: Kind) -> tuple[str, ...]:
    """Return the types of resources or data sources that all *versions* of the provider *name* have."""
    facts = [terraform.provider(name, major) for major in versions]
    known = [each.data if kind is Kind.DATA else each.resources for each in facts]
    return tuple(type_ for type_ in (known[-1] if known else ()) if all(type_ in each for each in known))


def schema_of(name: str, major: int, kind: Kind, type_: str) -> Schema | None:
    """Return the schema of *type_* in one version of a provider, or None."""
    facts = terraform.provider(name, major)
    if kind is Kind.PROVIDER:
        return facts.configuration
    return (facts.data if kind is Kind.DATA else facts.resources).get(type_)


def _inside(body: Body) -> Iterator[Body]:
    yield body
    for entry in body.mapping.entries if not body.accepts.open else ():
        for value, accepts in _within(body, entry):
            if accepts.versions and not accepts.open:
                path = (*body.path, entry.name)
                inner = Body(body.component, body.module, body.resource, value, accepts, path, body, entry)
                yield from _inside(inner)


def _within(body: Body, entry: Entry) -> Iterator[tuple[Mapping, Accepted]]:
    """Yield the blocks of *entry*, or its structs, with what they accept."""
    value = entry.value.content if isinstance(entry.value, Dynamic) else entry.value
    if body.component.language != "cdktf":
        if isinstance(value, Mapping) and value.block:
            yield value, body.accepts.inside(entry.name)
        return
    structs = body.accepts.struct(entry.name)
    accepts = Accepted(tuple(struct.block for struct in structs), body.accepts.majors)
    value = written(body.component, body.module, value)
    for each in items_of(body.component, value) or (value,):
        item = written(body.component, body.module, each)
        if structs and isinstance(item, Mapping) and (item.type or item is value or _says_the_same(item, accepts)):
            yield item, accepts


def map_around(dictionary: Mapping, accepts: Accepted) -> str:
    """Return the one argument there is, if it is a map and nothing of *dictionary* is known: its keys, then."""
    names = {name for version in accepts.versions for name in (*version.arguments, *version.blocks)}
    argument = accepts.argument(next(iter(names))) if len(names) == 1 else None
    keys = [entry.name for entry in dictionary.entries]
    scalars = not any(isinstance(entry.value, Mapping | Sequence) for entry in dictionary.entries)
    outside = argument is not None and argument.type.startswith("map(") and bool(keys) and argument.name not in keys
    outside = outside and scalars
    return argument.name if outside and argument is not None and "" not in keys and "**" not in keys else ""


def items_of(component: Component, value: Value) -> tuple[Value, ...]:
    """Return the items of the list *value*, one for all of those that one expression makes; nothing for no list."""
    if isinstance(value, Sequence):
        return value.items
    repeated = component.repeated(value)
    return (repeated,) if repeated is not None else ()


def written(component: Component, module: Module, value: Value) -> Value:
    """Return what a local stands for that nothing else names; any other *value* as it is."""
    if not isinstance(value, Reference) or value.kind is not Kind.LOCAL or value.path:
        return value
    local = module.target(value)
    gathered = component.gathered(module, local) if local is not None else None
    return value if gathered is None else gathered


def _says_the_same(dictionary: Mapping, accepts: Accepted) -> bool:
    """Say whether *dictionary* is read alike by Python, whose keywords are in snake case, and by the JavaScript below.

    A dictionary in a list is handed over as it is.
    """
    for entry in dictionary.entries:
        if not entry.name.islower() or "_" in entry.name:
            return False
        structs = accepts.struct(entry.name)
        inside = Accepted(tuple(struct.block for struct in structs), accepts.majors)
        for item in entry.value.items if isinstance(entry.value, Sequence) else (entry.value,):
            if structs and isinstance(item, Mapping) and not item.type and not _says_the_same(item, inside):
                return False
    return True
