"""What a call of a constructor gives, beside what its class takes: the one answer that both agree on, or none."""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import DeclareInput
from iacfix.transforms.findings import Reach
from iacfix.transforms.likeness import misspelt, same_word, synonyms, words
from iacfix.transforms.model import (
    Call,
    Component,
    Entry,
    Kind,
    Literal,
    Module,
    ModuleCall,
    Reference,
    Resource,
    Template,
    Value,
    dotted,
    walk,
)


def keywords(call: ModuleCall) -> list[Entry]:
    """Return what *call* gives, without what is too much by position."""
    too_much = {value.origin for value in call.excess}
    return [entry for entry in call.resource.body.entries if entry.value.origin not in too_much]


def used_undeclared(component: Component, module: Module) -> set[str]:
    """Return the names that the constructor of *module* uses and nothing binds."""
    return {each.name for each in component.unbound if each.module is module and each.scope == "__init__"}


def spelled(unknown: list[Entry], missing: list[str]) -> dict[str, str]:
    """Return the missing parameters that *unknown* only spell in another way, where no other may be meant."""
    return {entry.name: name for entry in unknown if (name := _meant(entry, unknown, missing))}


def _meant(entry: Entry, unknown: list[Entry], missing: list[str]) -> str:
    names = _spellings(entry.name, missing)
    if not names and len(unknown) == len(missing) == 1 and set(words(entry.name)) & set(words(missing[0])):
        return missing[0]
    rivals = [other for other in unknown if other is not entry and set(names) & set(_spellings(other.name, missing))]
    return names[0] if len(names) == 1 and not rivals else ""


def _spellings(name: str, missing: list[str]) -> list[str]:
    return list(dict.fromkeys([*same_word(name, missing), *synonyms(name, missing), *misspelt(name, missing)]))


def names_of_excess(call: ModuleCall, used: set[str]) -> tuple[str, ...]:
    """Return the parameters that what is too much by position is meant for; nothing where that cannot be told.

    A variable of that very name tells; so do the parameters that only a keyword can give, when as many of them are
    wanted as are left. *used* are names that the constructor uses and does not take.
    """
    signature = call.module.signature
    if signature is None:
        return ()
    written = {entry.name for entry in keywords(call)}
    read = {each.name for each in _taken_out(call.module)}
    free = {*signature.named, *(used if signature.own else ()), *read} - written
    names = [own if (own := _own_name(call.caller, value)) in free else "" for value in call.excess]
    left = [name for name in signature.named if name in signature.required and name not in {*names, *written}]
    if names.count("") not in {0, len(left)}:
        return ()
    waiting = iter(left)
    filled = tuple(name or next(waiting) for name in names)
    return filled if len({*filled}) == len(filled) else ()


def unpassed(call: ModuleCall, given: set[str]) -> Iterator[tuple[str, Reference, tuple[Reach, ...]]]:
    """Yield what the class reads out of ``**kwargs`` and puts into strings, and what the caller has under that name.

    Nobody passes it, so that the strings, which stand in the third, say ``None``.
    """
    for taken in _taken_out(call.module):
        there = by_name(call.caller, taken.name)
        if taken.name in given or there is None or taken.value not in {None, Literal(None)}:
            continue
        hole = Reference(Kind.INPUT, "", taken.name)
        strings = tuple(
            Reach(call.module.path, each.address, dotted(path))
            for each in call.module.resources
            for path, value in walk(each.body)
            if isinstance(value, Template) and hole in value.parts
        )
        if strings:
            yield taken.name, there, strings


def _taken_out(module: Module) -> Iterator[Resource]:
    """Yield the inputs that the constructor of *module* reads out of its ``**kwargs``."""
    signature = module.signature
    if signature is not None and signature.others:
        known = {*signature.required, *signature.optional}
        yield from (each for each in module.of(Kind.INPUT) if each.name not in known)


def _own_name(caller: Module, value: Value) -> str:
    """Return what *value* is called where it is passed."""
    if not isinstance(value, Reference) or value.path:
        return ""
    declared = caller.target(value)
    called = declared.binding or declared.name if declared is not None else value.name
    return called.rpartition(".")[2]


def declaration(module: Module, name: str, value: Value) -> DeclareInput:
    """Return what declares *name*, as what *value* is passed, in the constructor of *module*."""
    type_ = "string" if isinstance(value, Template) or _is_text(value) else ""
    # A parameter without a default cannot follow one that has one.
    default = Literal(None) if any(each.value is not None for each in module.of(Kind.INPUT)) else None
    return DeclareInput(module, name, type_, default, direct=True)


def _is_text(value: Value) -> bool:
    match value:
        case Literal(value=str()) | Call(name="getenv"):
            return True
        case _:
            return False


def by_name(caller: Module, name: str) -> Reference | None:
    """Return what *caller* has under that very name, in a variable or in itself."""
    found = [
        resource
        for resource in caller.resources
        if resource.binding in {name, f"self.{name}"} or (resource.kind is Kind.INPUT and resource.name == name)
    ]
    return found[0].reference() if found else None
