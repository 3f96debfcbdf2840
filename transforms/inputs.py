"""Inputs of modules: brought down from whoever deploys them, taken away again, and set from outside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from iacfix.transforms.edits import DeclareInput, Edit, InsertArgument, RemoveArgument, RemoveResource, Replace
from iacfix.transforms.model import (
    Assignment,
    Component,
    Kind,
    Literal,
    Module,
    ModuleCall,
    Opaque,
    Reference,
    Resource,
    Value,
    references,
)
from iacfix.transforms.resolve import Place

Known: TypeAlias = Callable[[Module], Value | None]

# Files in which a person or a machine may set an input by its name.
SETTING_FILES = re.compile(
    r"(?:^|/)(?:[^/]*\.env[^/]*|\.env|Makefile|[^/]*\.mk|Jenkinsfile|Taskfile\.ya?ml|[^/]*\.sh|package\.json|tox\.ini"
    r"|\.gitlab-ci\.yml|buildspec[^/]*\.ya?ml|azure-pipelines\.ya?ml|bitbucket-pipelines\.yml|samconfig\.toml"
    r"|[^/]*\.tfvars(?:\.json)?|\.(?:github|circleci|buildkite)/.*\.ya?ml)$"
)


def deployed(component: Component, module: Module, below: tuple[str, ...] = ()) -> tuple[Module, ...]:
    """Return the deployable modules that *module* is part of; empty when one that it is part of is not.

    A module that calls itself, over others, *below* it, is part of none.
    """
    if module.deployable:
        return (module,)
    if module.path in below:
        return ()
    callers = {call.caller.path: call.caller for call in component.callers(module)}
    found = [deployed(component, caller, (*below, module.path)) for caller in callers.values()]
    return tuple({each.path: each for roots in found for each in roots}.values()) if found and all(found) else ()


def threaded(
    component: Component, wanted: DeclareInput, *, alike: bool = False, known: Known = lambda _: None
) -> tuple[Edit, ...]:
    """Return the edits that declare *wanted* in its module and hand it down from every module that is deployed.

    *alike*: what makes a deployed module gives it what it gives the others that take an input of this name. *known*
    says what a module has that means the same, and hands down in its place.
    """
    return tuple(_bring(component, wanted, set(), alike=alike, known=known))


def _bring(component: Component, wanted: DeclareInput, seen: set[str], *, alike: bool, known: Known) -> Iterator[Edit]:
    module, name = wanted.module, wanted.name
    if module.path in seen:
        return
    seen.add(module.path)
    declared = module.find(Kind.INPUT, "", name) is not None
    if not declared:
        yield wanted
    if module.deployable:
        for call in component.callers(module) if alike and not declared else ():
            if (given := given_to_others(component, call, name)) is not None:
                yield InsertArgument(call.resource, call.resource.body, name, given)
        return
    for call in component.callers(module):
        there = known(call.caller) if call.caller.find(Kind.INPUT, "", name) is None else None
        if call.resource.get(name) is None:
            given = there if there is not None else Reference(Kind.INPUT, "", name)
            yield InsertArgument(call.resource, call.resource.body, name, given)
        if there is None:
            yield from _bring(component, replace(wanted, module=call.caller), seen, alike=alike, known=known)


def given_to_others(component: Component, call: ModuleCall, name: str) -> Value | None:
    """Return what the caller of *call* gives all the other modules that it gives *name*, if *call* can have it too."""
    others = [other for other in component.calls if other.caller is call.caller and other is not call]
    given = [value for other in others if (value := other.resource.get(name)) is not None]
    if not given or len({value.detached() for value in given}) > 1 or {name, "**"} & call.resource.body.names:
        return None
    for reference in references(given[0]):
        declared = call.caller.target(reference)
        known, place = declared.origin if declared is not None else None, call.resource.origin
        if declared is None or known is None or place is None or declared.scope not in {"", call.resource.scope}:
            return None
        if known.path != place.path or known.span.end > place.span.start:
            return None
    return given[0].detached()


def assignments(component: Component, name: str) -> tuple[Assignment, ...]:
    """Return what variable files of *component* give to an input called *name*."""
    return tuple(given for module in component.modules for given in module.assignments if given.name == name)


def nullable(component: Component) -> bool:
    """Say whether null as the default of an input, and a test for it, can be written: not in a template."""
    return component.language != "cloudformation"


def made_nullable(component: Component, declared: Resource) -> tuple[Edit, ...]:
    """Return what lets the input *declared* be null, beside its default: what a program says of its type."""
    entry = declared.body.entry("type")
    if component.language != "cdktf" or entry is None or entry.origin is None:
        return ()
    text = component.source(entry.origin)
    if "None" in text or "Optional" in text:
        return ()
    return (Replace(Opaque(text, origin=entry.origin), Opaque(f"{text} | None")),)


def ignored(component: Component, argument: str) -> Value:
    """Return *argument* as an item of ``ignore_changes``."""
    return Literal(argument) if component.language == "cdktf" else Opaque(argument)


# What an input may say of the values that it takes, besides a list of them.
_LIMITS = frozenset({"allowed_pattern", "max_length", "max_value", "min_length", "min_value", "validation"})


def said_anew(place: Place, text: str) -> tuple[Edit, ...] | None:
    """Return what writes *text* at *place*, also into the list of what its input takes, or None where it takes less."""
    edits = (Replace(place.value, Literal(text).in_place_of(place.value)),)
    if place.declared is None:
        return edits
    if place.declared.body.names & _LIMITS:
        return None
    allowed = [item for item in place.declared.all("allowed_values") if isinstance(item, Literal)]
    if not place.declared.all("allowed_values") or any(str(item.value) == text for item in allowed):
        return edits
    old = [item for item in allowed if isinstance(place.meaning, Literal) and item.value == place.meaning.value]
    return (*edits, Replace(old[0], Literal(text).in_place_of(old[0]))) if len(old) == 1 else None


def set_somewhere(component: Component, *names: str) -> bool:
    """Say whether a variable file, a pipeline or a script sets an input by one of *names*."""
    if any(assignments(component, name) for name in names):
        return True
    tree = component.tree
    paths = sorted(path for path in tree.paths() if SETTING_FILES.search(path)) if tree else []
    texts = ((tree.text(path) or "").lower() for path in paths) if tree else iter(())
    words = {name.lower() for name in names}
    return any(word in text for text in texts for word in words)


def dropped(
    component: Component, module: Module, user: Resource, value: Reference, *removed: Resource
) -> tuple[Edit, ...] | None:
    """Return the edits that take away the input or local *value*, which nothing but *user* uses, wherever it is set.

    None when something else uses it that is not *removed* too, or a variable file or a person sets it.
    """
    declared = module.target(value)
    if declared is None or declared.kind not in {Kind.INPUT, Kind.LOCAL} or value.path:
        return None
    if any(other is not user and other not in removed for other in module.users(declared)):
        return None
    edits: list[Edit] = [RemoveResource(module, declared, freed=removed)]
    if declared.kind is Kind.LOCAL:
        return None if isinstance(declared.value, Reference) else tuple(edits)
    if assignments(component, declared.name):
        return None
    for call in component.callers(module):
        entry = call.resource.body.entry(declared.name)
        if entry is None:
            continue
        edits.append(RemoveArgument(call.resource, call.resource.body, entry))
        if isinstance(entry.value, Reference) and entry.value.kind in {Kind.INPUT, Kind.LOCAL}:
            further = dropped(component, call.caller, call.resource, entry.value)
            if further is None:
                return None
            edits += further
    return tuple(edits)
