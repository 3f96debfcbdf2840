"""Name that the template does not declare.

``Ref``, ``Fn::GetAtt``, ``Fn::Sub``, ``DependsOn``, ``Condition`` and ``Fn::FindInMap`` name what stands elsewhere in
the template, or a pseudo parameter. CloudFormation rejects a template with a name that is nowhere.

Where one declared name differs in capital letters only, or in a letter or two of a long word, it is what is meant, and
takes the place, which is safe: no stack could be made before. So does ``Fn::GetAtt`` the place of ``Ref`` with an
attribute behind the name. A name in the plural, with a word shortened, or with a word more where the property wants
such a resource, is taken for the declared one with ``--unsafe``. Names that differ in a number are different things.
All others are only reported. What a macro, or a function of the Serverless Application Model, makes under a name of its
own is left alone.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.facts.cloudformation import resource_type
from iacfix.transforms.facts.twins import snake
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import (
    Call,
    Component,
    Kind,
    Literal,
    Module,
    Reference,
    Resource,
    Template,
    dotted,
)
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import (
    declarations,
    foreign,
    fuller,
    generated,
    is_whole,
    keys,
    known,
    nearly,
    roughly,
    written,
)

fixer = Fixer(
    __name__,
    code="CFN042",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E1010, E1011, E1012, E1019, E1020, E3005, E8002"},
)

CALLED = {Kind.CONDITION: "condition ", Kind.MAPPING: "mapping "}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the names that are declared nowhere."""
    for module in component.modules:
        if is_whole(component, module):
            for resource in declarations(module):
                yield from _unknown(component, module, resource)


def _unknown(component: Component, module: Module, resource: Resource) -> Iterator[Finding]:
    texts: list[Template] = []
    for path, value in written(resource):
        if isinstance(value, Template):
            texts.append(value)
        if isinstance(value, Call):
            yield from _keys(module, resource, path, value)
        if not isinstance(value, Reference) or value.kind is Kind.OTHER:
            continue
        there = known(module, value)
        if value.name in there or (value.kind is Kind.RESOURCE and generated(component, module, value.name)):
            continue
        if any(value in text.parts and foreign(component, text, value) for text in texts):
            continue  # it is a variable of something else, and another rule's
        meant, tier = _meant(module, value, path, there)
        message = f"{CALLED.get(value.kind, '')}{value.name} is not declared"
        where = (module, resource, value, dotted(path), Severity.BLOCKER)
        if len(meant) == 1:
            edit = Replace(value, _renamed(module, value, meant[0]))
            yield Finding(message, *where, (Fix(f"use {meant[0]}", tier, Impact.CREATE, (edit,)),))
        else:
            other = "declare it, or say what is meant"
            if any(value in text.parts for text in texts):
                other = f"{other}; write ${{!{value.name}}} if it is no name of the template"
            advice = f"one of {', '.join(meant)} may be meant" if meant else other
            yield Finding(message, *where, advice=advice)


def _keys(module: Module, resource: Resource, path: tuple[str, ...], call: Call) -> Iterator[Finding]:
    """Yield the keys of *call* that the mapping does not have, the first of them only."""
    match call:
        case Call(name="Fn::FindInMap", arguments=(Reference() as table, first, second)):
            rows, columns = keys(module, table, first)
        case _:
            return
    for key, there in ((first, rows), (second, columns)):
        if not (isinstance(key, Literal) and isinstance(key.value, str)) or key.value in there or not there:
            continue
        meant, tier = _near(key.value, there)
        where = (module, resource, key, dotted(path), Severity.BLOCKER)
        message = f"mapping {table.name} has no key {key.value}"
        if len(meant) == 1:
            edit = Replace(key, Literal(meant[0]).in_place_of(key))
            yield Finding(message, *where, (Fix(f"use {meant[0]}", tier, Impact.CREATE, (edit,)),))
        else:
            yield Finding(message, *where, advice=f"it has {', '.join(sorted(there)[:8])}")
        return


def _meant(module: Module, value: Reference, path: tuple[str, ...], known: frozenset[str]) -> tuple[list[str], Tier]:
    """Return the names that *value* may mean, and how sure that is."""
    head, _, asked = value.name.partition(".")
    named = [resource for resource in module.of(Kind.RESOURCE) if resource.name == head and asked]
    if value.kind is Kind.RESOURCE and named:
        return [value.name for resource in named if _gives(resource, asked)], Tier.SAFE
    if (found := _near(value.name, known))[0]:
        return found
    if value.kind is Kind.BUILTIN:
        return fuller(value.name, known), Tier.SAFE
    wanted = next((snake(step).split("_") for step in reversed(path) if not step.startswith("[")), [])
    near = fuller(value.name, known) if value.kind is Kind.RESOURCE else []
    return [name for name in near if _is_a(module, name, wanted)], Tier.UNSAFE


def _gives(resource: Resource, attribute: str) -> bool:
    """Say whether *resource* has the *attribute*, as far as its type is known."""
    type_ = resource_type(resource.source_type)
    return type_ is None or type_.has_attribute(attribute)


def _near(name: str, known: frozenset[str]) -> tuple[list[str], Tier]:
    near = nearly(name, known)
    return (near, Tier.SAFE) if near else (roughly(name, known), Tier.UNSAFE)


def _is_a(module: Module, name: str, wanted: list[str]) -> bool:
    """Say whether the resource *name* is of a type that the words of a property want."""
    types = [snake(r.source_type.rpartition("::")[2]).split("_") for r in module.of(Kind.RESOURCE) if r.name == name]
    return any(wanted[: len(type_)] == type_ for type_ in types)


def _renamed(module: Module, value: Reference, name: str) -> Reference:
    """Return *value* with the *name* of what is meant."""
    name, _, attribute = name.partition(".")
    declared = next((r for r in module.of(Kind.RESOURCE, Kind.INPUT) if r.name == name), None)
    if attribute and declared is not None:
        return Reference(Kind.RESOURCE, declared.type, name, (attribute,)).in_place_of(value)
    if value.kind is Kind.RESOURCE and declared is not None and declared.kind is Kind.INPUT:
        return Reference(Kind.INPUT, "", name).in_place_of(value)
    return value.but(name=name, type=declared.type if declared and value.kind is Kind.RESOURCE else value.type)
