"""The order in which things are made: who refers to whom, and saying that one waits for another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from iacfix.transforms import serverless
from iacfix.transforms.edits import (
    Edit,
    InsertArgument,
    InsertItem,
    NameResource,
    RemoveArgument,
    RemoveItem,
    Replace,
)
from iacfix.transforms.model import (
    Component,
    Kind,
    Literal,
    Module,
    Opaque,
    Reference,
    Resource,
    Sequence,
    Value,
    references,
)

Key = tuple[Kind, str, str]

# What a language calls the list of what something waits for beyond what it refers to.
WAITS = {"cloudformation": "DependsOn"}


class Order:
    """The reference graph of a module, to which edges can be added as long as it has no cycle."""

    def __init__(self, module: Module) -> None:
        """Begin with the references that are written."""
        self._graph = serverless.graph(module)
        for resource in module.resources:
            for item in resource.meta.all("depends_on"):
                self._graph[resource.key] |= _quoted(module, item)

    def reaches(self, one: Resource, other: Resource) -> bool:
        """Say whether *one* waits for *other*, directly or not."""
        seen: set[Key] = set()
        waiting = [one.key]
        while waiting:
            for key in self._graph.get(waiting.pop(), set()) - seen:
                if key == other.key:
                    return True
                seen.add(key)
                waiting.append(key)
        return False

    def add(self, one: Resource, other: Resource) -> bool:
        """Let *one* wait for *other*, unless it does, or that would close a cycle; say whether it is new."""
        if one is other or self.reaches(one, other) or self.reaches(other, one):
            return False
        self._graph.setdefault(one.key, set()).add(other.key)
        return True


def _quoted(module: Module, item: Value) -> set[Key]:
    """Return what an old ``depends_on`` names in quotes."""
    name = item.value if isinstance(item, Literal) else None
    return {resource.key for resource in module.resources if resource.address == name}


def stands_with(resource: Resource, other: Resource) -> bool:
    """Say whether *other* is there whenever *resource* is: a template may make it on a condition of its own."""
    condition = other.meta.get("Condition")
    return condition is None or condition == resource.meta.get("Condition")


def waiting_for(component: Component, resource: Resource, others: Iterable[Resource]) -> Iterator[Edit]:
    """Yield the edits by which *resource* waits for *others*."""
    name = WAITS.get(component.language, "depends_on")
    items: list[Value] = []
    for other in others:
        named_ = _name(component, resource, other)
        items.append(Opaque(named_.name) if named_ is not None else other.reference())
        if named_ is not None:
            yield named_
    match resource.meta.get(name):
        case None:
            single = items[0] if name in WAITS.values() and len(items) == 1 else Sequence(tuple(items))
            yield InsertArgument(resource, resource.meta, name, single)
        case Sequence(items=(_, *_)) as written:
            for item in items:
                yield InsertItem(written, len(written.items), item)
        case Reference() as written:
            yield Replace(written, Sequence((written, *items)).in_place_of(written))
        case written:
            yield Replace(written, Sequence(tuple(items)).in_place_of(written))


def _name(component: Component, resource: Resource, other: Resource) -> NameResource | None:
    """Return what gives *other* a name that *resource* can wait for it by, where a program makes it without one."""
    if component.language != "cdktf" or other.binding or other.origin is None or resource.origin is None:
        return None
    before = other.origin.path == resource.origin.path and other.origin.span.end <= resource.origin.span.start
    if not before or other.scope != resource.scope or not other.once:
        return None
    module = next(each for each in component.modules if other in each.resources)
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", re.sub(r"\W+", "_", other.name)).lower()
    return NameResource(module, other, name.lstrip("_0123456789") or "made")


def released(
    component: Component, module: Module, resource: Resource
) -> tuple[tuple[Resource, ...], list[Edit]] | None:
    """Return those that only wait for *resource*, and the edits by which they do so no longer.

    None when something needs it for more than that.
    """
    name = WAITS.get(component.language, "depends_on")
    users = module.users(resource)
    edits: list[Edit] = []
    for user in users:
        if any(reference.target == resource.key for reference in references(user.body)):
            return None
        entry = user.meta.entry(name)
        items = entry.value.items if entry is not None and isinstance(entry.value, Sequence) else ()
        mine = [item for item in items if isinstance(item, Reference) and item.target == resource.key]
        if entry is None or (items and len(mine) != 1):
            return None
        if len(items) < 2:
            edits.append(RemoveArgument(user, user.meta, entry))
        elif isinstance(entry.value, Sequence):
            edits.append(RemoveItem(entry.value, items.index(mine[0])))
    return tuple(users), edits


def named(module: Module, *values: Value | None) -> frozenset[Key]:
    """Return the resources and data sources that *values* refer to, through locals and policy documents too."""
    found: set[Key] = set()
    waiting = [value for value in values if value is not None]
    while waiting:
        for reference in references(waiting.pop()):
            declared = module.target(reference)
            if declared is None or declared.key in found:
                continue
            found.add(declared.key)
            if declared.kind is Kind.LOCAL or declared.type == "aws_iam_policy_document":
                waiting.append(declared.body)
    return frozenset(key for key in found if key[0] in {Kind.RESOURCE, Kind.DATA})
