"""CloudFormation's schemas seen from a template: what each object accepts, and what is given where.

Everything here is read from `Resource.written`, under CloudFormation's own names. What the schemas do not cover is not
there: custom resources, modules, and templates that a macro rewrites before CloudFormation sees them. Types of the
Serverless Application Model have their schemas.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from iacfix.transforms.facts.cloudformation import Shape, Type, resource_type
from iacfix.transforms.model import (
    Call,
    Component,
    Conditional,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    Reference,
    Resource,
    Sequence,
    Template,
    Value,
    walk,
)

# Transforms of AWS that leave the properties of other types as they are written.
HARMLESS = frozenset(
    [
        "AWS::CodeDeployBlueGreen",
        "AWS::Include",
        "AWS::LanguageExtensions",
        "AWS::SecretsManager-2020-07-23",
        "AWS::SecretsManager-2024-09-16",
        "AWS::Serverless-2016-10-31",
        "AWS::ServiceCatalog",
    ]
)
SCALARS = frozenset("snib")


@dataclass(frozen=True, slots=True)
class Place:
    """An object of properties, with what it accepts.

    *outer* is the object that it stands in and *entry* its own entry there; *alone*: the entry is set to it and to
    nothing else, so that it is no item of a list and no branch of a condition.
    """

    module: Module
    resource: Resource
    type: Type
    mapping: Mapping
    shape: Shape = field(repr=False)
    path: tuple[str, ...] = ()
    outer: Place | None = None
    entry: Entry | None = None
    alone: bool = False

    def to(self, name: str) -> str:
        """Return the path of the property *name*, as a finding has it."""
        return ".".join((*self.path, name)).replace(".[", "[")

    def plain(self, name: str) -> str:
        """Return the path of the property *name* without the numbers of items, as tables have it."""
        return ".".join((*(step for step in self.path if not step.startswith("[")), name))

    def free(self) -> list[str]:
        """Return the properties that are not given and could be."""
        return [name for name in self.shape.names if name not in self.mapping.names and not self.reads(name)]

    def reads(self, name: str) -> bool:
        """Say whether the property *name* is one that only the resource itself sets."""
        steps = ["*" if step.startswith("[") else step for step in (*self.path, name)]
        return any(".".join(steps[: end + 1]) in self.type.read_only for end in range(len(steps)))


@dataclass(frozen=True, slots=True)
class Given:
    """A value that a property is set to, or an item or a branch of it, with its shape."""

    place: Place
    entry: Entry
    value: Value
    shape: Shape = field(repr=False)
    path: tuple[str, ...] = ()

    @property
    def argument(self) -> str:
        """Its path, as a finding has it."""
        return ".".join(self.path).replace(".[", "[")


@lru_cache(maxsize=4)
def places(component: Component) -> tuple[Place, ...]:
    """Return every object of properties whose schema is known, outermost first, in source order."""
    return tuple(each for each in _everything(component) if isinstance(each, Place))


@lru_cache(maxsize=4)
def given(component: Component) -> tuple[Given, ...]:
    """Return every value of a property whose schema is known, with its items and branches, in source order."""
    return tuple(each for each in _everything(component) if isinstance(each, Given))


@lru_cache(maxsize=4)
def _everything(component: Component) -> tuple[Place | Given, ...]:
    found: list[Place | Given] = []
    for module in component.modules:
        if component.language == "cloudformation" and not rewritten(module):
            for resource in module.of(Kind.RESOURCE):
                type_ = resource_type(resource.source_type)
                if type_ is not None and resource.written.origin is not None:
                    top = Place(module, resource, type_, resource.written, type_.properties)
                    found.extend(_inside(top))
    return tuple(found)


def _inside(place: Place) -> Iterator[Place | Given]:
    yield place
    for entry in place.mapping.entries:
        shape = place.shape.property(entry.name)
        if shape is not None:
            yield from _values(place, entry, entry.value, shape, (*place.path, entry.name), alone=True)


def _values(
    place: Place, entry: Entry, value: Value, shape: Shape, path: tuple[str, ...], *, alone: bool
) -> Iterator[Place | Given]:
    if isinstance(value, Mapping) and any("::" in name for name in value.names):
        return  # a directive of another tool: Rain::Embed
    yield Given(place, entry, value, shape, path)
    match value:
        case Mapping() if not shape.open and "o" in shape.types and value.origin is not None:
            yield from _inside(Place(place.module, place.resource, place.type, value, shape, path, place, entry, alone))
        case Mapping(entries=entries) if (inner := shape.named) is not None:
            for named in entries:
                yield from _values(place, entry, named.value, inner, (*path, named.name), alone=False)
        case Sequence(items=items) if (inner := shape.items) is not None:
            for number, item in enumerate(items):
                yield from _values(place, entry, item, inner, (*path, f"[{number}]"), alone=False)
        case Conditional(then=then, otherwise=otherwise):
            yield from _values(place, entry, then, shape, path, alone=False)
            yield from _values(place, entry, otherwise, shape, path, alone=False)
        case _:
            pass


@lru_cache(maxsize=64)
def rewritten(module: Module) -> bool:
    """Say whether a macro may make something else of the template before CloudFormation reads it."""
    return any(
        isinstance(inner, Literal) and isinstance(inner.value, str) and inner.value not in HARMLESS
        for section in module.of(Kind.OTHER)
        if section.type == "Transform"
        for _, inner in walk(section.body)
    )


def fits(value: Value, shape: Shape | None, module: Module) -> bool:
    """Say whether *value* can be given where *shape* is wanted, as far as can be told from its type."""
    if shape is None:
        return False
    if isinstance(value, Conditional):
        return fits(value.then, shape, module) and fits(value.otherwise, shape, module)
    letters = types_of(value, module)
    return not shape.types or letters is None or bool(letters & shape.types)


def types_of(value: Value, module: Module) -> frozenset[str] | None:
    """Return the letters of the types that *value* can be taken for, or None when that cannot be told."""
    match value:
        case Literal(value=bool()):
            return frozenset("bs")
        case Literal(value=int()):
            return frozenset("ins")
        case Literal(value=float() as number):
            return frozenset("ins" if number.is_integer() else "ns")
        case Literal(value=str() as text):
            numeric = text.strip().lstrip("+-").replace(".", "", 1).isdigit()
            truth = text.strip().lower() in {"true", "false"}
            return frozenset("s" + "in" * numeric + "b" * truth)
        case Template():
            return SCALARS
        case Sequence():
            return frozenset("a")
        case Mapping():
            return frozenset("o")
        case Reference():
            return _types_referred(value, module)
        case Call(name="Fn::Split" | "Fn::GetAZs" | "Fn::Cidr"):
            return frozenset("a")
        case Call(name="Fn::Join" | "Fn::Base64" | "Fn::ImportValue" | "Fn::ToJsonString"):
            return SCALARS
        case _:
            return None


def _types_referred(value: Reference, module: Module) -> frozenset[str] | None:
    match value.kind, value.attribute:
        case Kind.BUILTIN, _:
            return frozenset("a") if value.name == "AWS::NotificationARNs" else SCALARS
        case Kind.INPUT, _:
            declared = module.target(value)
            type_ = declared.get("type") if declared is not None else None
            if not isinstance(type_, Literal):
                return None
            listed = "List<" in str(type_.value) or type_.value == "CommaDelimitedList"
            return frozenset("a") if listed else SCALARS
        case Kind.RESOURCE, "Ref":
            return SCALARS
        case Kind.RESOURCE, attribute:
            declared = module.target(value)
            shape = returned(declared, attribute) if declared is not None else None
            return None if shape is None or not shape.types else _scalars(shape.types)
        case _:
            return None


def _scalars(letters: frozenset[str]) -> frozenset[str]:
    return letters | SCALARS if letters & SCALARS else letters


def returned(resource: Resource, attribute: str) -> Shape | None:
    """Return the shape of what ``Fn::GetAtt`` returns for *attribute* of *resource*, or None when it is not known."""
    type_ = resource_type(resource.source_type)
    if type_ is None or not type_.has_attribute(attribute):
        return None
    shape: Shape | None = type_.properties
    for step in attribute.split("."):
        shape = shape.property(step) if shape is not None else None
    return shape
