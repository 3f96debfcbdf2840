"""Input or output that the called module does not have.

A module of the same repository is called, and the call passes an input that it does not declare, or something reads an
output that it does not have; Terraform stops before it plans anything. Where one of its inputs or outputs is meant,
because it has the same words or is nearly spelt so, that one is used, which is safe.

An input that it wants and is not given, and an output that alone shares a word with what is read, may be what was in
mind; they are used with ``--fresh``. All others are reported with what the module has. Modules that are not in the
repository are left alone, and so is what ``try`` may fail to read.

https://developer.hashicorp.com/terraform/language/modules/syntax
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from iacfix.transforms.edits import RenameArgument, Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.likeness import COMMON, like, misspelt, same_word, stem, words
from iacfix.transforms.model import (
    Call,
    Component,
    Kind,
    Module,
    ModuleCall,
    Opaque,
    Reference,
    Resource,
    Value,
    children,
)
from iacfix.transforms.providers import is_piece, is_whole
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="TF033",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.FRESH),
    languages=("hcl",),
    neighbours={"terraform": "Unsupported argument, Unsupported attribute"},
    closed_world=True,
)

_TRIES = re.compile(r"\b(?:try|can)\(")


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the names in calls of modules, and behind them, that the modules do not have."""
    for call in component.calls:
        if is_whole(component, call.module) and not is_piece(component, call.module):
            yield from _inputs(call)
            yield from _outputs(call)


def _inputs(call: ModuleCall) -> Iterator[Finding]:
    declared = {each.name: each for each in call.module.of(Kind.INPUT)}
    given = call.resource.body.names
    wanted = [name for name, each in declared.items() if each.value is None and name not in given]
    free = [name for name in declared if name not in given]
    unknown = [entry for entry in call.resource.body.entries if entry.name and entry.name not in declared]
    for entry in unknown:
        near, sharing = _near(entry.name, free), _sharing(entry.name, wanted)
        names = near or (sharing if len(unknown) == 1 else [])
        fixes: tuple[Fix, ...] = ()
        if len(names) == 1:
            edit = RenameArgument(call.resource, call.resource.body, entry, names[0])
            fixes = (Fix(f"pass {names[0]}", Tier.SAFE if near else Tier.FRESH, Impact.CREATE, (edit,)),)
        message = f"{call.resource.address} has no input {entry.name}"
        advice = "" if fixes else _advice(entry.name, free, "declare it there, or leave it out")
        yield Finding(message, call.caller, call.resource, entry, entry.name, Severity.BLOCKER, fixes, advice)


def _outputs(call: ModuleCall) -> Iterator[Finding]:
    declared = [each.name for each in call.module.of(Kind.OUTPUT)]
    for user, found in _reads(call.caller, call):
        position = next((i for i, step in enumerate(found.path) if isinstance(step, str)), None)
        name = str(found.path[position]) if position is not None else ""
        if position is None or position > 1 or name in declared or found.origin is None:
            continue
        near = _near(name, declared)
        names = near or _sharing(name, declared, COMMON)
        fixes: tuple[Fix, ...] = ()
        if len(names) == 1:
            new = found.but(path=(*found.path[:position], names[0], *found.path[position + 1 :]))
            edit = Replace(found, new.in_place_of(found))
            fixes = (Fix(f"read {names[0]}", Tier.SAFE if near else Tier.FRESH, Impact.CREATE, (edit,)),)
        message = f"{call.resource.address} has no output {name}"
        advice = "" if fixes else _advice(name, declared, "declare it there")
        argument = f"{call.resource.address}.{name}"
        yield Finding(message, call.caller, user, found, argument, Severity.BLOCKER, fixes, advice)


def _reads(module: Module, call: ModuleCall) -> Iterator[tuple[Resource, Reference]]:
    """Yield what refers to *call*, but for what only names it (``moved``) and what may fail (``try``)."""
    for user in module.resources:
        for mapping in (user.body, user.meta) if user.kind is not Kind.OTHER else ():
            yield from ((user, each) for each in _outside_of_try(mapping) if each.target == call.resource.key)


def _outside_of_try(value: Value) -> Iterator[Reference]:
    match value:
        case Call(name="try" | "can"):
            return
        case Reference():
            yield value
        case Opaque(text=text, mentions=mentions) if not _TRIES.search(text):
            yield from mentions
        case _:
            pass
    for _, inner in children(value):
        yield from _outside_of_try(inner)


def _near(name: str, others: Iterable[str]) -> list[str]:
    others = list(others)
    return same_word(name, others) or misspelt(name, others)


def _sharing(name: str, others: Iterable[str], but: Iterable[str] = ()) -> list[str]:
    """Return those of *others* that have a word of *name*, besides the words *but*."""
    own = {*words(name)} - {stem(word) for word in but}
    return [other for other in others if own & set(words(other))]


def _advice(name: str, others: Iterable[str], otherwise: str) -> str:
    near = like(name, others)
    return f"perhaps {' or '.join(near)} is meant" if near else otherwise
