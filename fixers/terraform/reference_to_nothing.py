"""Reference to something that is declared nowhere.

Terraform stops at it. Where the module declares one thing of nearly that name, it is what is meant: a misspelt name or
type, ``aws_region`` where the variable is called ``region``, a ``local`` that is a ``var``, a resource that is a data
source. All references are changed then, which is safe: nothing could be planned before.

Where none is of nearly that name, and one of that type is declared, that one is meant (a data source or a local value
only if nothing else refers to it). What stands in it may differ from what was in mind, and so this wants ``--fresh``.

Names that differ in a number or a single letter are different things, and not misspellings. Where there is none that
comes near, or more than one, the reference is only reported.

https://developer.hashicorp.com/terraform/language/expressions/references
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.facts.surroundings import ARGUMENTS
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.undeclared import meant, renamed, spare, undeclared

fixer = Fixer(
    __name__,
    code="TF007",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.FRESH),
    languages=("hcl",),
    neighbours={"terraform": "Reference to undeclared resource, local value, module"},
    closed_world=True,
)

PREFIXES = {Kind.DATA: "data", Kind.INPUT: "var", Kind.LOCAL: "local", Kind.MODULE: "module"}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what is referred to and not declared, and what is meant."""
    for module in component.modules:
        for key, uses in undeclared(component, module).items():
            kind, type_, name = key
            found = meant(module, key, uses)
            if (kind is Kind.INPUT and not found) or (kind is Kind.DATA and type_ in ARGUMENTS):
                continue  # it was forgotten: there are fixers for that
            first = uses[0]
            address = ".".join(filter(None, (PREFIXES.get(kind, ""), type_, name)))
            message = f"{address} is not declared"
            where = (module, first.resource, first.reference, address, Severity.BLOCKER)
            if len(found) == 1:
                fix = Fix(f"use {found[0].address}", Tier.SAFE, Impact.CREATE, renamed(uses, found[0]))
                yield Finding(message, *where, (fix,))
                continue
            only = spare(component, module, key) if not found else None
            if only is not None and only not in {use.resource for use in uses}:
                fix = Fix(f"use {only.address}", Tier.FRESH, Impact.CREATE, renamed(uses, only))
                yield Finding(message, *where, (fix,))
                continue
            others = ", ".join(other.address for other in found)
            advice = f"one of {others} may be meant" if others else "declare it, or say what is meant"
            yield Finding(message, *where, advice=advice)
