"""The environments that code is deployed to: which the tree tells of, and what each of them sets."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from iacfix.transforms.edits import Assign, DeclareInput, DeclareLocal, Edit, InsertArgument, InsertResource
from iacfix.transforms.findings import Tier
from iacfix.transforms.inputs import assignments, deployed, set_somewhere, threaded
from iacfix.transforms.model import (
    Call,
    Component,
    Kind,
    Literal,
    Module,
    ModuleCall,
    Reference,
    Resource,
    Sequence,
    Value,
    mapping,
)
from iacfix.transforms.naming import suffix_like
from iacfix.transforms.resolve import constants, resolve
from iacfix.transforms.suffix import DESCRIPTION

PROD = frozenset({"prod", "production", "prd", "live"})
NONPROD = frozenset(
    {"dev", "develop", "development", "nonprod", "preprod", "qa", "sandbox", "sbx", "stage", "staging", "stg"}
    | {"test", "testing", "uat"}
)
_WORD = re.compile(r"[a-z]+")


def is_nonprod(name: str) -> bool:
    """Say whether something called *name* is of an environment that is not for production."""
    words = set(_WORD.findall(name.lower()))
    return bool(words & NONPROD) and not words & PROD


def has_nonprod(component: Component, module: Module) -> bool:
    """Say whether the tree tells of an environment that is not for production and that *module* is deployed to."""
    return any(_nonprod(component, root) for root in deployed(component, module))


def _nonprod(component: Component, root: Module) -> bool:
    return any(is_nonprod(each) for each in (*_files(root), *_values(component, root)))


def _files(root: Module) -> Iterator[str]:
    """Yield what the variable files of *root* are called, with their folder where all are called alike."""
    for given in root.assignments:
        path = posixpath.relpath(given.path, root.path)
        name = posixpath.basename(path).split(".")[0]
        yield posixpath.dirname(path) if name == "terraform" else name


def _values(component: Component, root: Module) -> Iterator[str]:
    """Yield what inputs that tell environments apart can be."""
    for given in root.assignments:
        if suffix_like(given.name):
            yield from constants(component, root, given.value) or ()
    for declared in root.of(Kind.INPUT):
        ours = component.language == "cloudformation" and declared.get("description") == Literal(DESCRIPTION)
        if suffix_like(declared.name) and not ours:  # whose default tells of no environment
            values = [declared.value, *_listed(declared.get("allowed_values"))]
            values += [inner for call in component.callers(root) for inner in passed(component, call, declared.name)]
            yield from (str(value.value) for value in values if isinstance(value, Literal))


def passed(component: Component, call: ModuleCall, name: str) -> Iterator[Value]:
    """Yield what *call* gives to the input *name*; of what is read from the environment, the value instead."""
    value = call.resource.get(name)
    for origin in (resolve(component, call.caller, value) if value is not None else None) or ():
        match origin.value:
            case Call(name="getenv", arguments=(_, default)):
                yield default
            case found:
                yield found


def _listed(value: Value | None) -> tuple[Value, ...]:
    return value.items if isinstance(value, Sequence) else ()


@dataclass(frozen=True, slots=True)
class Parameter:
    """An input that takes the place of a constant: a reference to it, its tier, and the edits that declare it."""

    reference: Reference
    tier: Tier
    edits: tuple[Edit, ...]


def parameter(component: Component, wanted: DeclareInput, *users: Resource, like: str = "") -> Parameter | None:
    """Return the input of *wanted*'s module that stands for its default, None when the name is taken.

    Where something sets an input of this name already, its value would begin to count, so that it is not safe. Where
    one of the *users* is made outside of a constructor, an attribute of its class carries the input there. What begins
    *like* another name has its capitals.
    """
    if component.language == "cloudformation":
        wanted = replace(wanted, name=_in_capitals(wanted.name.split("_"), like))
    edits = threaded(component, wanted)
    there = [edit.module for edit in edits if isinstance(edit, DeclareInput)]
    chain = [wanted.module, *deployed(component, wanted.module)]
    for module in chain:
        declared = module.find(Kind.INPUT, "", wanted.name)
        same = declared is not None and (declared.value is None or declared.value == wanted.default)
        if declared is not None and (not same or assignments(component, wanted.name)):
            return None
    fresh = bool(there) and set_somewhere(component, wanted.name)
    reference, carried = _seen(wanted.module, wanted.name, users)
    return Parameter(reference, Tier.FRESH if fresh else Tier.SAFE, (*edits, *carried))


def _in_capitals(words: list[str], like: str) -> str:
    """Return the name that *words* make, those that *like* begins with as they stand there."""
    for count in range(len(words), 0, -1):
        head = "".join(words[:count])
        if like.lower().startswith(head):
            return like[0].upper() + like[1 : len(head)] + _in_capitals(words[count:], "")
    return "".join(word.capitalize() for word in words)


def _seen(module: Module, name: str, users: tuple[Resource, ...]) -> tuple[Reference, tuple[Edit, ...]]:
    """Return the input *name* as *users* see it, and what carries it to them."""
    reference = Reference(Kind.INPUT, "", name)
    if all(user.scope in {"", "__init__"} for user in users):
        return reference, ()
    holder = f"self.{name}"
    declared = () if module.find(Kind.LOCAL, "", holder) else (DeclareLocal(module, holder, reference, users),)
    return Reference(Kind.LOCAL, "", holder), declared


def by_environment(
    component: Component, module: Module, *users: Resource, production: bool
) -> tuple[Value, tuple[Edit, ...]] | None:
    """Return what is true in *production* alone, or elsewhere, by the input of *module* that tells environments apart.

    None where there is none, or where variable files tell them apart: there each has a value of its own.
    """
    if component.language == "cloudformation" or any(root.assignments for root in deployed(component, module)):
        return None
    found = [r for r in module.of(Kind.INPUT) if suffix_like(r.name) and r.value != Literal("")]
    if not found:
        return None
    told = min(found, key=lambda r: ("suffix" not in r.name, r.name))
    reference, carried = _seen(module, told.name, users)
    known = Sequence((Literal("prod"), Literal("production")))
    return Call("is_in" if production else "not_in", (reference, known)), carried


def only_where(
    component: Component, wanted: DeclareInput, condition: str, *others: Resource
) -> tuple[Reference, Tier, tuple[Edit, ...]] | None:
    """Return what makes *others* of a template only where the input *wanted* is true, and the condition that says so.

    None where one of them has a condition already, something else waits for one, or the condition's name is taken.
    """
    module = wanted.module
    keys = {each.key for each in others}
    waited = (item for each in module.resources if each not in others for item in each.meta.all("DependsOn"))
    if any(isinstance(item, Reference) and item.target in keys for item in waited):
        return None
    if module.find(Kind.CONDITION, "", condition) is not None or any("Condition" in each.meta.names for each in others):
        return None
    if (given := parameter(component, wanted)) is None:
        return None
    said = Reference(Kind.CONDITION, "", condition)
    test = Call("equal", (given.reference, Literal("true")))
    declared = InsertResource(module, Resource(Kind.CONDITION, "", condition, mapping(value=test)))
    made = tuple(InsertArgument(each, each.meta, "Condition", said) for each in others)
    return said, given.tier, (*given.edits, declared, *made)


def tuned(component: Component, module: Module, reference: Reference, value: Value) -> tuple[Edit, ...]:
    """Return what sets the input *reference* of *module* to *value* for each environment that is not for production.

    Environments whose variable file sets it already are left alone.
    """
    edits: dict[str, Edit] = {}
    for root, declared in _origins(component, module, reference, 0):
        given = {each.path for each in root.assignments if each.name == declared.name}
        for path in dict.fromkeys(each.path for each in root.assignments):
            name = posixpath.basename(path).split(".")[0]
            called = posixpath.relpath(posixpath.dirname(path) or ".", root.path) if name == "terraform" else name
            if is_nonprod(called) and path not in given:
                edits[path] = Assign(path, declared.name, value)
    return tuple(edits.values())


def _origins(
    component: Component, module: Module, reference: Reference, depth: int
) -> Iterator[tuple[Module, Resource]]:
    """Yield the inputs of deployed modules that *reference* stands for, where callers do no more than hand them on."""
    declared = module.target(reference)
    if declared is None or declared.kind is not Kind.INPUT or reference.path or depth > 12:
        return
    if module.deployable:
        yield module, declared
    for call in component.callers(module):
        passed = call.resource.get(declared.name)
        if isinstance(passed, Reference):
            yield from _origins(component, call.caller, passed, depth + 1)
