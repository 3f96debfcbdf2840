"""Following a value to where it lives: through locals, inputs, the callers of a module, and variable files."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from iacfix.transforms.findings import Reach
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
    Sequence,
    Template,
    Value,
    dotted,
    walk,
)

MOST = 64  # ways that a value can come about, before it counts as unknown


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value at its origin.

    *module* is where it is written; *through* are the declarations that led there: locals, inputs, module calls.
    *path* names the variable file that it comes from, empty when it comes from the source.
    """

    value: Value
    module: Module
    through: tuple[Resource, ...] = ()
    path: str = ""


def resolve(component: Component, module: Module, value: Value) -> tuple[Resolved, ...] | None:
    """Return every value that *value* can stand for, each where it is written, or None when that is unknown.

    A reference to a local is its value; one to an input is what each caller passes, or its default where a caller
    passes nothing, or, in a root, its default and what variable files say. An input of a root that has neither is
    unknown; so is a chain that comes back to itself. Values that are no reference to a local or an input are their own
    origin, whatever is inside them.
    """
    found = list(itertools.islice(_resolve(component, Resolved(value, module)), MOST + 1))
    known = [resolved for resolved in found if resolved is not None]
    return tuple(known) if len(known) == len(found) <= MOST else None


def _resolve(component: Component, start: Resolved) -> Iterator[Resolved | None]:
    module = start.module
    if not (isinstance(start.value, Reference) and start.value.kind in {Kind.LOCAL, Kind.INPUT}) or start.value.path:
        yield start
        return
    declared = module.target(start.value)
    if declared is None or declared in start.through:
        yield None
        return
    through = (*start.through, declared)
    if declared.kind is Kind.LOCAL:
        yield from _follow(component, declared.value, module, through)
        return
    callers = component.callers(module)
    for call in callers:
        passed = call.resource.get(declared.name)
        if passed is None:
            yield from _follow(component, declared.value, module, through)
        else:
            yield from _follow(component, passed, call.caller, (*through, call.resource))
    if not callers:
        assigned = [given for given in module.assignments if given.name == declared.name]
        for given in assigned:
            yield Resolved(given.value, module, through, given.path)
        if _looked_up(declared):
            yield None
        elif declared.value is not None and not any(given.loaded for given in assigned):
            yield from _follow(component, declared.value, module, through)
        elif not assigned:
            yield None


def _looked_up(declared: Resource) -> bool:
    """Say whether an input's default is only where its value is to be found: a parameter of Systems Manager."""
    match declared.get("type"):
        case Literal(value=str() as name):
            return name.startswith("AWS::SSM::Parameter::Value")
        case _:
            return False


def _follow(
    component: Component, value: Value | None, module: Module, through: tuple[Resource, ...]
) -> Iterator[Resolved | None]:
    if value is None:
        yield None
    else:
        yield from _resolve(component, Resolved(value, module, through))


def constants(component: Component, module: Module, value: Value) -> frozenset[str] | None:
    """Return every string that *value* can be, or None when one of them cannot be known from the source."""
    return _constants(component, module, value, 0)


def _constants(component: Component, module: Module, value: Value, depth: int) -> frozenset[str] | None:
    if depth > 12 or (origins := resolve(component, module, value)) is None:
        return None
    strings: set[str] = set()
    for origin in origins:
        match origin.value:
            case Literal(value=bool() as truth):
                strings.add(str(truth).lower())
            case Literal(value=str() | int() as constant):
                strings.add(str(constant))
            case Conditional(then=then, otherwise=otherwise):
                one = _constants(component, origin.module, then, depth + 1)
                other = _constants(component, origin.module, otherwise, depth + 1)
                if one is None or other is None:
                    return None
                strings |= one | other
            case Template(parts=parts):
                choices = [_constants(component, origin.module, part, depth + 1) for part in parts]
                known = [choice for choice in choices if choice is not None]
                if len(known) < len(choices):
                    return None
                strings |= {"".join(way) for way in itertools.islice(itertools.product(*known), MOST)}
            case _:
                return None
    return frozenset(strings) if len(strings) <= MOST else None


@dataclass(frozen=True, slots=True)
class Place:
    """Where one of the strings that an argument can be is to be changed.

    *value* in *module* is what to replace, and *meaning* is what it stands for there; *used* is the value in the
    argument itself that leads there, and *path* is where in the resource that stands. *declared* is the input whose
    default it is.
    """

    value: Value
    module: Module
    meaning: Value
    used: Value
    path: tuple[str, ...]
    declared: Resource | None = None


Wants: TypeAlias = Callable[[Resource, tuple[str, ...]], bool]

# Calls that hand one of their arguments through as it is.
HANDS_THROUGH = frozenset(
    {"one", "try", "coalesce", "compact", "concat", "distinct", "element", "flatten", "tolist", "toset", "tostring"}
)


def places(
    component: Component, module: Module, value: Value, wants: Wants, *path: str, defaults: bool = False
) -> Iterator[Place]:
    """Yield where each string that *value*, at *path* of a resource, can be is to be changed.

    A local, or an input of a called module, is followed to where it is written if all its uses want the same (*wants*
    says so of a resource and a path in it). If one does not, a local's reference is the place, and its meaning is what
    the local stands for; an input's is left alone. With *defaults*, the default of an input is a place too, where
    nobody or not everybody passes another.
    """
    for inner_path, inner in _handed_through(value, path):
        for found, where, meaning, declared in _origins(component, module, inner, wants, 0):
            if declared is None or defaults:
                yield Place(found, where, meaning, inner, inner_path, declared)


def _handed_through(value: Value, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Value]]:
    match value:
        case Sequence(items=items):
            for position, item in enumerate(items):
                yield from _handed_through(item, (*path, f"[{position}]"))
        case Conditional(then=then, otherwise=otherwise):
            yield from _handed_through(then, (*path, "then"))
            yield from _handed_through(otherwise, (*path, "otherwise"))
        case Call(name=name, arguments=arguments) if name in HANDS_THROUGH:
            for position, argument in enumerate(arguments):
                yield from _handed_through(argument, (*path, f"[{position}]"))
        case Template(parts=(only,)):
            yield from _handed_through(only, path)
        case _:
            yield path, value


def _origins(
    component: Component, module: Module, value: Value, wants: Wants, depth: int
) -> Iterator[tuple[Value, Module, Value, Resource | None]]:
    declared = module.target(value) if isinstance(value, Reference) and not value.path else None
    if declared is None or declared.kind not in {Kind.LOCAL, Kind.INPUT} or depth > 12:
        yield value, module, value, None
        return
    shared = not _all_want(module, declared, wants)
    if declared.kind is Kind.LOCAL and declared.value is not None:
        meanings = [
            found
            for _, inner in _handed_through(declared.value, ())
            for found in _origins(component, module, inner, wants, depth + 1)
        ]
        if not shared:
            yield from meanings
        elif len(meanings) == 1 and meanings[0][1] is module:
            yield value, module, meanings[0][2], meanings[0][3]
    elif declared.kind is Kind.INPUT and not shared:
        calls = [(call, call.resource.get(declared.name)) for call in component.callers(module)]
        for call, passed in calls:
            if passed is not None:
                for _, inner in _handed_through(passed, ()):
                    yield from _origins(component, call.caller, inner, wants, depth + 1)
        assigned = any(given.name == declared.name for given in module.assignments)
        passes_all = bool(calls) and all(passed is not None for _, passed in calls)
        if declared.value is not None and not (passes_all or assigned or _looked_up(declared)):
            yield declared.value, module, declared.value, declared


def _all_want(module: Module, declared: Resource, wants: Wants) -> bool:
    """Say whether every use of *declared* in *module* stands where *wants* says so."""
    for resource in module.resources:
        for container in (resource.body, resource.meta):
            for path, value in walk(container):
                mentioned = value.mentions if isinstance(value, Opaque) else (value,)
                used = any(isinstance(m, Reference) and m.target == declared.key for m in mentioned)
                if used and not (resource.kind is Kind.RESOURCE and wants(resource, path)):
                    return False
    return True


def reached(component: Component, reaches: tuple[Reach, ...]) -> tuple[Reach, ...]:
    """Return *reaches* with all that takes its value from one of them: through references, locals, calls and outputs.

    A reference counts when it names the very argument that changes; identifiers that the service gives do not. A data
    source that is asked otherwise may answer otherwise in all that it says.
    """
    modules = {module.path: module for module in component.modules}
    found = dict.fromkeys(reaches)
    waiting = list(reaches)
    while waiting:
        reach = waiting.pop()
        module = modules.get(reach.module)
        resource = next((r for r in module.resources if r.address == reach.address), None) if module else None
        if module is None or resource is None:
            continue
        for other in _readers(component, module, resource, reach.argument):
            if other not in found:
                found[other] = None
                waiting.append(other)
    return tuple(found)


def _readers(component: Component, module: Module, resource: Resource, argument: str) -> Iterator[Reach]:
    """Yield the arguments that read *argument*, or the one that it is a part of, of *resource*."""
    name = re.split(r"[.\[]", argument, maxsplit=1)[0]
    if resource.kind is Kind.MODULE and (callee := component.callee(resource)) is not None:
        declared = callee.find(Kind.INPUT, "", name)
        if declared is not None:
            yield from _readers(component, callee, declared, "")
    if resource.kind is Kind.OUTPUT:
        for call in component.callers(module):
            yield from _readers_of(call.caller, call.resource.key, resource.name)
    yield from _readers_of(module, resource.key, name if resource.kind is Kind.RESOURCE else "")


def _readers_of(module: Module, key: tuple[Kind, str, str], attribute: str) -> Iterator[Reach]:
    for other in module.resources:
        for path, value in walk(other.body):
            mentioned = value.mentions if isinstance(value, Opaque) else (value,)
            for reference in mentioned:
                if isinstance(reference, Reference) and reference.target == key:
                    names = [step for step in reference.path if isinstance(step, str)]
                    if not attribute or (names and names[0] == attribute):
                        yield Reach(module.path, other.address, dotted(path))
