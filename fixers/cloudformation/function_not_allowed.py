"""Function or reference where CloudFormation takes constants only.

Parameters and mappings are read before anything is known. CloudFormation rejects a template with a function there.

A parameter whose default is a pseudo parameter is that pseudo parameter: its uses become those of the other, and it is
taken out, which is safe, as no stack could be made before. All others are only reported.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, RemoveResource, Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import (
    Call,
    Component,
    Conditional,
    Kind,
    Literal,
    Module,
    Reference,
    Resource,
    Template,
    dotted,
)
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import is_whole, written

fixer = Fixer(
    __name__,
    code="CFN051",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E2001, E7001"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the functions that stand where none may."""
    for module in component.modules:
        if not is_whole(component, module):
            continue
        for resource in module.of(Kind.INPUT, Kind.MAPPING):
            for path, value in written(resource):
                if isinstance(value, Reference | Template | Call | Conditional) and not _inside(resource, path):
                    yield _finding(module, resource, path, value)


def _inside(resource: Resource, path: tuple[str, ...]) -> bool:
    """Say whether what stands at *path* is a part of a function, which is told of already."""
    return any(
        isinstance(value, Reference | Template | Call | Conditional) and len(at) < len(path) and path[: len(at)] == at
        for at, value in written(resource)
    )


def _finding(
    module: Module, resource: Resource, path: tuple[str, ...], value: Reference | Template | Call | Conditional
) -> Finding:
    message = f"no function is allowed in a {'parameter' if resource.kind is Kind.INPUT else 'mapping'}"
    where = (module, resource, value, dotted(path), Severity.BLOCKER)
    if (
        resource.kind is Kind.INPUT
        and path == ("default",)
        and isinstance(value, Reference)
        and value.kind is Kind.BUILTIN
        and (edits := _said_directly(module, resource, value))
    ):
        title = f"use {value.name} instead of {resource.name}"
        fix = Fix(title, Tier.SAFE, Impact.CREATE, edits, removes=(resource.address,))
        return Finding(message, *where, (fix,))
    return Finding(message, *where, advice="write a constant")


def _said_directly(module: Module, parameter: Resource, value: Reference) -> tuple[Edit, ...]:
    """Return what puts *value* in place of *parameter* everywhere; nothing where one of its uses is out of reach."""
    uses = [
        Replace(used, value.in_place_of(used))
        for resource in module.of(Kind.RESOURCE, Kind.OUTPUT, Kind.CONDITION)
        for _, used in written(resource)
        if used == parameter.reference()
    ]
    held = f"${{{parameter.name}}}"
    if any(
        isinstance(text, Literal) and held in str(text.value)
        for resource in module.of(Kind.RESOURCE, Kind.OUTPUT)
        for _, text in written(resource)
    ):
        return ()  # a text that is none of Fn::Sub yet
    others = [user for user in module.users(parameter) if user.kind is Kind.OTHER]
    return (*uses, RemoveResource(module, parameter)) if uses and not others else ()
