"""Name that the template does not declare.

``Ref``, ``Fn::GetAtt``, ``Fn::Sub``, ``DependsOn``, ``Condition`` and ``Fn::FindInMap`` name what stands elsewhere in
the template, or a pseudo parameter. CloudFormation rejects a template with a name that is nowhere.

Where one declared name differs in capital letters only, or in a letter or two of a long word, it is what is meant, and
takes the place, which is safe: no stack could be made before. Names that differ in a number, or in the plural, are
different things. All others are only reported. What a macro, or a function of the Serverless Application Model, makes
under a name of its own is left alone.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Module, Reference, Resource, Template, dotted
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import PSEUDO, declarations, foreign, generated, is_whole, names, nearly, written

fixer = Fixer(
    __name__,
    code="CFN042",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E1010, E1012, E1019, E1020, E3005, E8002"},
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
        if not isinstance(value, Reference) or value.kind is Kind.OTHER:
            continue
        known = _known(module, value)
        if value.name in known or (value.kind is Kind.RESOURCE and generated(component, module, value.name)):
            continue
        if any(value in text.parts and foreign(component, text, value) for text in texts):
            continue  # it is a variable of something else, and another rule's
        meant = nearly(value.name, known)
        message = f"{CALLED.get(value.kind, '')}{value.name} is not declared"
        where = (module, resource, value, dotted(path), Severity.BLOCKER)
        if len(meant) == 1:
            edit = Replace(value, _renamed(module, value, meant[0]))
            yield Finding(message, *where, (Fix(f"use {meant[0]}", Tier.SAFE, Impact.CREATE, (edit,)),))
        else:
            other = "declare it, or say what is meant"
            if any(value in text.parts for text in texts):
                other = f"{other}; write ${{!{value.name}}} if it is no name of the template"
            advice = f"one of {', '.join(meant)} may be meant" if meant else other
            yield Finding(message, *where, advice=advice)


def _known(module: Module, value: Reference) -> frozenset[str]:
    """Return the names that could stand where *value* does."""
    match value.kind:
        case Kind.CONDITION | Kind.MAPPING:
            return frozenset(declared.name for declared in module.of(value.kind))
        case Kind.BUILTIN:
            return frozenset(PSEUDO)
        case _:
            return names(module)


def _renamed(module: Module, value: Reference, name: str) -> Reference:
    """Return *value* with the *name* of what is meant."""
    declared = next((r for r in module.of(Kind.RESOURCE, Kind.INPUT) if r.name == name), None)
    if value.kind is Kind.RESOURCE and declared is not None and declared.kind is Kind.INPUT:
        return Reference(Kind.INPUT, "", name).in_place_of(value)
    return value.but(name=name, type=declared.type if declared and value.kind is Kind.RESOURCE else value.type)
