"""Data source about the account or the region that is used and not declared.

``data.aws_caller_identity.current.account_id`` is written by heart, and the two lines that declare it are forgotten.
Terraform stops at the reference.

The data source is declared where the module has its others, which is safe: it takes no arguments, or always the same,
and nothing could be planned before. Where the module has one of that type under another name, that one is used.

https://developer.hashicorp.com/terraform/language/data-sources
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, InsertResource
from iacfix.transforms.facts.surroundings import ARGUMENTS
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Index, Kind, Module, Resource
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.undeclared import Use, renamed, undeclared

fixer = Fixer(
    __name__,
    code="TF006",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("hcl",),
    neighbours={"terraform": "Reference to undeclared resource"},
    closed_world=True,
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the data sources of these types that are not declared."""
    for module in component.modules:
        for (kind, type_, name), uses in undeclared(component, module).items():
            if kind is not Kind.DATA or type_ not in ARGUMENTS:
                continue
            if any(isinstance(next(iter(use.reference.path), None), Index) for use in uses):
                continue
            first = uses[0]
            where = (module, first.resource, first.reference, f"{type_}.{name}", Severity.BLOCKER)
            title, edits = _mended(module, type_, name, uses)
            fix = Fix(title, Tier.SAFE, Impact.CREATE, edits)
            yield Finding(f"data.{type_}.{name} is not declared", *where, (fix,))


def _mended(module: Module, type_: str, name: str, uses: list[Use]) -> tuple[str, tuple[Edit, ...]]:
    same = [r for r in module.of(Kind.DATA) if r.type == type_ and not r.meta.entries and r.body.names <= {"state"}]
    if len(same) == 1:
        return f"use {same[0].address}", renamed(uses, same[0])
    declared = Resource(Kind.DATA, type_, name, ARGUMENTS[type_])
    return "declare it", (InsertResource(module, declared, before=uses[0].resource),)
