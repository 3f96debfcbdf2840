"""What a module refers to and does not declare, and what it seems to mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from iacfix.transforms.edits import Edit, Replace
from iacfix.transforms.facts import terraform
from iacfix.transforms.facts.surroundings import ARGUMENTS
from iacfix.transforms.facts.terraform import Argument, Block
from iacfix.transforms.likeness import misspelt, same_word, words
from iacfix.transforms.misfits import Way, misfits
from iacfix.transforms.mistyped import meant_types
from iacfix.transforms.model import (
    Call,
    Component,
    Conditional,
    Kind,
    Literal,
    Module,
    Opaque,
    Reference,
    Resource,
    Template,
    Value,
    children,
)
from iacfix.transforms.providers import is_piece, is_whole, local_name
from iacfix.transforms.schema import versions_of
from iacfix.transforms.sources import said_by_script

Key = tuple[Kind, str, str]

_REFERRING = (Kind.RESOURCE, Kind.DATA, Kind.LOCAL, Kind.OUTPUT, Kind.MODULE, Kind.PROVIDER, Kind.INPUT)
_ITERATED = frozenset({"key", "value"})
_OTHER_KIND = {
    Kind.DATA: Kind.RESOURCE,
    Kind.INPUT: Kind.LOCAL,
    Kind.LOCAL: Kind.INPUT,
    Kind.RESOURCE: Kind.DATA,
}
# Names that people give to one thing.
_SAME = ({"region", "aws_region"},)
# Data sources of which a module has one, as a rule.
_ONCE = frozenset({"aws_eks_cluster", "aws_eks_cluster_auth", "aws_route53_zone", "aws_vpc"})
_TEXT = frozenset({"chomp", "format", "lower", "replace", "split", "substr", "title", "trim", "trimspace", "upper"})
_PASSES_ON = frozenset({"then", "otherwise"})


@dataclass(frozen=True, slots=True)
class Use:
    """Where something is referred to: *path* leads from *resource* to *reference*, through the values *around* it."""

    resource: Resource
    reference: Reference
    path: tuple[str, ...]
    around: tuple[Value, ...]


@lru_cache(maxsize=64)  # several fixers ask, one after the other
def undeclared(component: Component, module: Module) -> dict[Key, list[Use]]:
    """Return the uses of what *module* does not declare; nothing where not all of it can be seen."""
    found: dict[Key, list[Use]] = {}
    if all(module.target(r) is not None or not _is_checked(r) for r in _references(module)):
        return found
    if is_piece(component, module) or not component.may_lack(module):
        return found
    for use in _all(module):
        if module.target(use.reference) is None and _is_checked(use.reference):
            found.setdefault(use.reference.target, []).append(use)
    if not found or not component.closed or not is_whole(component, module):
        return {}
    return {key: uses for key, uses in found.items() if not _is_written_elsewhere(component, key)}


def _is_written_elsewhere(component: Component, key: Key) -> bool:
    """Say whether a script writes the declaration of an input, before Terraform is run."""
    kind, _, name = key
    return kind is Kind.INPUT and said_by_script(component, f'variable "{name}"', f'variable \\"{name}\\"')


def _uses(resource: Resource, value: Value, path: tuple[str, ...], around: tuple[Value, ...]) -> Iterator[Use]:
    match value:
        case Reference():
            yield Use(resource, value, path, around)
        case Opaque(mentions=mentions):
            for mention in mentions:
                yield Use(resource, mention, path, (*around, value))
        case _:
            pass
    for step, inner in children(value):
        yield from _uses(resource, inner, (*path, step) if step else path, (*around, value))


def _is_checked(reference: Reference) -> bool:
    match reference.kind:
        case Kind.RESOURCE:
            # An iterator that could not be told from a type has no underscore, or these attributes.
            return "_" in reference.type and reference.name not in _ITERATED
        case Kind.DATA:
            return True
        case kind:
            return kind in {Kind.INPUT, Kind.LOCAL, Kind.MODULE}


def is_answered(module: Module, key: Key, uses: list[Use]) -> bool:
    """Say whether there is one clear answer to what *key* should be."""
    return len(meant(module, key, uses)) == 1 or (key[0] is Kind.DATA and key[1] in ARGUMENTS)


def meant(module: Module, key: Key, uses: list[Use]) -> list[Resource]:
    """Return the declarations that can be meant by *key*: those of another kind, then those spelt nearly the same.

    What *uses* it cannot be meant.
    """
    users = {use.resource for use in uses}
    return [resource for resource in _meant(module, key) if resource not in users]


def _meant(module: Module, key: Key) -> list[Resource]:
    kind, type_, name = key
    if (other := _OTHER_KIND.get(kind)) and (found := module.find(other, type_, name)) is not None:
        return [found]
    alike = [r for r in module.of(kind) if r.key[:2] == key[:2]]
    for group in _SAME:
        if kind is Kind.INPUT and name in group and (same := [r for r in alike if r.name in group]):
            return same
    names = _near(name, (r.name for r in alike))
    found_ = [r for r in alike if r.name in names]
    if not found_ and kind in {Kind.RESOURCE, Kind.DATA}:
        namesakes = {r.type: r for r in module.of(kind) if r.name == name}
        found_ = [namesakes[near] for near in _near(type_, namesakes)]
    return found_


def spare(component: Component, module: Module, key: Key) -> Resource | None:
    """Return the one declaration of the type of *key* that can be meant though it has another name.

    Nothing else refers to it, but for what a module has one of; a local value shares its words.
    """
    kind, type_, name = key
    alike = [r for r in module.of(kind) if r.key[:2] == key[:2] and (kind is not Kind.LOCAL or _shares(name, r.name))]
    others = [other for other in undeclared(component, module) if other != key and other[:2] == key[:2]]
    if kind not in {Kind.RESOURCE, Kind.DATA, Kind.LOCAL} or len(alike) != 1 or (others and kind is not Kind.LOCAL):
        return None
    if kind is Kind.LOCAL or type_ in _ONCE:
        return alike[0]
    read = {use.reference.target for use in _all(module) if use.path[:1] != ("depends_on",)}
    return None if alike[0].key in read else alike[0]


def _shares(name: str, other: str) -> bool:
    own, its = set(words(name)), set(words(other))
    return (own < its or its < own) and len(own ^ its) == 1


def _references(module: Module) -> Iterator[Reference]:
    for resource in module.of(*_REFERRING):
        yield from resource.references


def _all(module: Module) -> Iterator[Use]:
    for resource in module.of(*_REFERRING):
        for container in (resource.body, resource.meta):
            yield from _uses(resource, container, (), ())


def _near(name: str, others: Iterator[str] | dict[str, Resource]) -> set[str]:
    """Return those of *others* that *name* is a misspelling of: they do not differ in a number or a letter alone."""
    told = _told_apart(name)
    known = [other for other in others if _told_apart(other) == told]
    return set(same_word(name, known) or misspelt(name, known))


def _told_apart(name: str) -> list[str]:
    return re.findall(r"\d+|(?<![^_-])[a-z](?![^_-])", name.lower())


def renamed(uses: list[Use], declared: Resource) -> tuple[Edit, ...]:
    """Return what lets *uses* refer to *declared*."""
    kind, type_, name = declared.key
    return tuple(Replace(use.reference, use.reference.but(kind=kind, type=type_, name=name)) for use in uses)


# --------------------------------------------------------------------------------------------------------------------
# What an input must be


def wanted_type(component: Component, module: Module, uses: list[Use]) -> str:
    """Return the type that *uses* want of an input, in Terraform's words; empty where they do not say."""
    found = {_wanted(component, module, use) for use in uses} - {""}
    if len(found) > 1:
        found -= {"string"}
    return found.pop() if len(found) == 1 else ""


def _wanted(component: Component, module: Module, use: Use) -> str:
    """Return the type that one use wants."""
    if use.reference.path:
        return ""
    parent = use.around[-1] if use.around else None
    match parent:
        case Template():
            return "string"
        case Conditional(test=test) if test is use.reference:
            return "bool"
        case Call(name="equal", arguments=(one, other)):
            return _constant(other if one is use.reference else one)
        case Call(name=name, arguments=(first, *_)) if name in _TEXT and first is use.reference:
            return "string"
        case Call() | Opaque():
            return ""
        case _:
            pass
    # What a conditional hands on is what stands in its place.
    steps = tuple(step for step in use.path if step not in _PASSES_ON)
    if any(isinstance(value, Call | Opaque | Template) for value in use.around):
        return ""
    if steps == ("count",):
        return "number"
    return _by_schema(component, module, use.resource, steps)


def _constant(value: Value) -> str:
    match value:
        case Literal(value=bool()):
            return "bool"
        case Literal(value=int() | float()):
            return "number"
        case Literal(value=str()):
            return "string"
        case _:
            return ""


def _by_schema(component: Component, module: Module, resource: Resource, steps: tuple[str, ...]) -> str:
    """Return the type of the argument at *steps* of *resource*."""
    if resource.kind is Kind.MODULE:
        callee = component.callee(resource)
        declared = callee.find(Kind.INPUT, "", steps[0]) if callee and len(steps) == 1 else None
        told = declared.get("type") if declared else None
        return told.text if isinstance(told, Opaque) else ""
    name = local_name(resource)
    try:
        majors = sorted(terraform.majors(name), reverse=True)
    except LookupError:
        return ""
    # What the newest no longer has, an older one may say.
    found = (_in(component, module, resource, steps, terraform.provider(name, major)) for major in majors)
    return next(filter(None, found), "")


def _in(
    component: Component, module: Module, resource: Resource, steps: tuple[str, ...], facts: terraform.Provider
) -> str:
    """Return the type of the argument at *steps* of *resource* in one version of its provider."""
    schemas = {Kind.RESOURCE: facts.resources, Kind.DATA: facts.data}.get(resource.kind, {})
    others = meant_types(versions_of(component, module), module, resource)
    type_ = others[0] if len(others) == 1 else resource.type
    block: Block | None = facts.configuration if resource.kind is Kind.PROVIDER else schemas.get(type_)
    argument: Argument | None = None
    items = 0
    called = {m.argument: m.name for m in misfits(component) if m.body.resource is resource and m.way is Way.RENAME}
    trail: tuple[str, ...] = ()
    for written in steps:
        trail = (*trail, written) if not written.startswith("[") else trail
        step = called.get(".".join(trail), written)
        if step.startswith("["):
            items += 1
        elif block is not None and step in block.blocks:
            block, items = block.blocks[step].block, 0
        elif block is not None and step in block.arguments:
            argument, block = block.arguments[step], None
        elif argument is not None and step in argument.fields:
            argument, items = argument.fields[step], 0
        elif argument is not None and argument.type == "map(string)":
            return "string"
        else:
            return ""
    return _item_of(argument.type, items) if argument is not None and block is None else ""


def _item_of(type_: str, depth: int) -> str:
    """Return what is *depth* lists inside *type_*: a simple type, or a list or a map of one."""
    for _ in range(depth):
        found = re.fullmatch(r"(?:list|set)\((.*)\)", type_)
        if found is None:
            return ""
        type_ = found[1]
    type_ = type_.replace("set(", "list(")
    return type_ if re.fullmatch(r"(?:(?:list|map)\()*(?:string|number|bool)\)*", type_) else ""


def proven_default(uses: list[Use]) -> Value | None:
    """Return the default of an input that its *uses* prove to be one that stands for "not given"."""
    around = [use.around[-1] if use.around and not use.reference.path else None for use in uses]
    for use, parent in zip(uses, around, strict=True):
        match parent:
            case Call(name="equal", arguments=arguments) if Literal(None) in arguments:
                return Literal(None)
            case Call(name="coalesce"):
                return Literal(None)
            case Opaque(text=text) if re.search(rf"\bvar\.{re.escape(use.reference.name)}\s*[!=]=\s*null\b", text):
                return Literal(None)
            case _:
                pass
    return None


def is_own(component: Component, module: Module, name: str) -> bool:
    """Say whether every caller of *module* passes the input *name*, or nobody calls it."""
    return all(name in call.resource.body.names for call in component.callers(module))
