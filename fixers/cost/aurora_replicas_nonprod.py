"""Readers of an Aurora cluster in every environment.

Each instance of a cluster is paid for. What production needs, development rarely does. The safe fix makes the number an
input, ``aurora_instance_count``, whose default is the number of today: nothing changes. The other finding sets it to
one in the variable files of environments that are not for production; that destroys their readers, and is unsafe.

Only code that is deployed to such an environment is looked at. Clusters under ``prevent_destroy`` are left alone.

https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import DeclareInput, Replace
from iacfix.transforms.environments import has_nonprod, parameter, tuned
from iacfix.transforms.findings import Finding, Fix, Impact, Reach, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Module, Reference, Resource
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import resolve

fixer = Fixer(
    __name__,
    code="ENV004",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.FRESH, Tier.UNSAFE),
    languages=("hcl",),
    optional="cost",
)

NAME = "aurora_instance_count"
DESCRIPTION = "Number of instances of the Aurora cluster"


@fixer.on("aws_rds_cluster_instance")
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the readers that every environment has."""
    count = resource.meta.get("count")
    if count is None or resource.meta.get("lifecycle", "prevent_destroy") == Literal(value=True):
        return
    if not has_nonprod(component, module):
        return
    place = (module, resource, count, "count", Severity.NOTE)
    match count:
        case Literal(value=int() as number) if number > 1:
            wanted = DeclareInput(module, NAME, "number", Literal(number), DESCRIPTION)
            if (given := parameter(component, wanted)) is not None:
                edits = (*given.edits, Replace(count, given.reference.in_place_of(count)))
                impact = Impact.NONE if given.tier is Tier.SAFE else Impact.DESTROY
                fix = Fix("make the number an input", given.tier, impact, edits)
                yield Finding(f"every environment has {number} instances of the cluster", *place, (fix,))
        case Reference(kind=Kind.INPUT) as reference:
            numbers = [o.value.value for o in resolve(component, module, count) or () if isinstance(o.value, Literal)]
            edits_ = tuned(component, module, reference, Literal(1))
            if edits_ and any(isinstance(number, int) and number > 1 for number in numbers):
                reach = (Reach(module.path, resource.address, "count"),)
                fix = Fix("keep one where it is not production", Tier.UNSAFE, Impact.DESTROY, edits_, reach)
                yield Finding("environments that are not for production have readers too", *place, (fix,))
        case _:
            pass
