"""Standby of a database in every environment.

``multi_az`` doubles the price of an instance. What production needs, development rarely does. The safe fix makes it an
input, ``db_multi_az``, that is on by default: nothing changes. The other finding turns it off in the variable files
of environments that are not for production; that is unsafe, since it takes the standby away.

Only code that is deployed to such an environment is looked at: its variable files, or the input that tells
environments apart, say so. SQL Server, replicas, and trees whose README asks for Multi-AZ are left alone.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from iacfix.transforms.edits import DeclareInput, Replace
from iacfix.transforms.environments import has_nonprod, parameter, tuned
from iacfix.transforms.findings import Finding, Fix, Impact, Reach, Severity, Tier
from iacfix.transforms.inputs import deployed
from iacfix.transforms.model import Component, Kind, Literal, Module, Reference, Resource
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import resolve

fixer = Fixer(__name__, code="ENV003", since="0.1.0", tiers=(Tier.SAFE, Tier.FRESH, Tier.UNSAFE), optional="cost")

NAME = "db_multi_az"
DESCRIPTION = "Keep a standby of the database in another availability zone"
ASKS = re.compile(r"(?i)multi[- ]?az")


@fixer.on("aws_db_instance")
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the standby that every environment has."""
    value = resource.get("multi_az") or resource.get("MultiAZ")
    if value is None or resource.kind is not Kind.RESOURCE or resource.get("replicate_source_db") is not None:
        return
    engine = resource.get("engine")
    if isinstance(engine, Literal) and str(engine.value).startswith("sqlserver"):
        return
    if not has_nonprod(component, module) or _is_asked_for(component, module):
        return
    message = "every environment has a standby of the database"
    place = (module, resource, value, "multi_az", Severity.NOTE)
    match value:
        case Literal(value=True | "true"):
            wanted = DeclareInput(module, NAME, "bool", Literal(value=True), DESCRIPTION)
            if (given := parameter(component, wanted, resource)) is not None:
                edits = (*given.edits, Replace(value, given.reference.in_place_of(value)))
                impact = Impact.NONE if given.tier is Tier.SAFE else Impact.UPDATE
                fix = Fix("make it an input that is on by default", given.tier, impact, edits)
                yield Finding(message, *place, (fix,))
        case Reference(kind=Kind.INPUT) as reference:
            known = resolve(component, module, value) or ()
            edits_ = tuned(component, module, reference, Literal(value=False))
            if edits_ and any(origin.value == Literal(value=True) for origin in known):
                reach = (Reach(module.path, resource.address, "multi_az"),)
                fix = Fix("turn it off where it is not production", Tier.UNSAFE, Impact.UPDATE, edits_, reach)
                yield Finding("environments that are not for production have a standby too", *place, (fix,))
        case _:
            pass


def _is_asked_for(component: Component, module: Module) -> bool:
    folders = {root.path for root in deployed(component, module)} | {"."}
    paths = (posixpath.normpath(f"{folder}/README.md") for folder in sorted(folders))
    texts = (component.tree.text(path) for path in paths) if component.tree else iter(())
    return any(ASKS.search(text) for text in texts if text)
