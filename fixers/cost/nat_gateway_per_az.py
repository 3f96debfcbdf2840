"""NAT gateway for each availability zone in every environment.

A NAT gateway costs by the hour, and so does its address. Production wants one in each zone; development rarely does.
The safe fix adds an input, ``single_nat_gateway``, that is off by default: the gateways, their addresses and the routes
to them stay as they are. The other finding turns it on in the variable files of environments that are not for
production; that destroys gateways there, and is unsafe: their addresses may stand in somebody's list.

In a template the gateways that follow the first, and their addresses, get a condition on a parameter that is true by
default, and the routes to them lead to the first where they are not. Gateways that a program makes are only reported.

Only code that is deployed to such an environment is looked at, through all modules in between. Gateways whose number
depends on an input or a condition already are left alone. Those made with ``for_each``, or one by one, are only
reported: their addresses in the state would move.

https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import DeclareInput
from iacfix.transforms.environments import has_nonprod, tuned
from iacfix.transforms.findings import Finding, Fix, Impact, Reach, Severity, Tier
from iacfix.transforms.gateways import Fewer, first_for_all, is_per_zone, number_by_input, one_by_one, switch_of
from iacfix.transforms.model import Component, Conditional, Kind, Literal, Module, Resource
from iacfix.transforms.registry import Fixer

fixer = Fixer(
    __name__,
    code="ENV001",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.FRESH, Tier.UNSAFE),
    optional="cost",
)

NAME, DESCRIPTION = "single_nat_gateway", "Send all private subnets through one NAT gateway"
EACH_ZONE, KEEP = "nat_gateway_in_each_zone", "Keep a NAT gateway in each availability zone"
CONDITION = "HasNatGatewayInEachZone"
COUNT = "nat_gateway_count"
MESSAGE = "every environment has a NAT gateway in each zone"


@fixer.on("aws_nat_gateway")
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the gateways that every environment has one of in each zone."""
    count = resource.meta.get("count")
    if resource.kind is not Kind.RESOURCE or "Condition" in resource.meta.names or not has_nonprod(component, module):
        return
    if (keyed := resource.meta.get("for_each")) is not None and not isinstance(keyed, Conditional):
        advice = f"keep one key where it is not production, by an input such as {NAME}"
        yield Finding(MESSAGE, module, resource, keyed, "for_each", Severity.NOTE, advice=advice)
    elif count is None and resource is (single := one_by_one(module))[0] and (len(single) > 1 or not resource.once):
        wanted = DeclareInput(module, EACH_ZONE, "bool", Literal(value=True), KEEP)
        fixes = _fixes("make the others depend on a parameter", first_for_all(single, component, wanted, CONDITION))
        advice = "" if fixes else f"keep one where it is not production, by an input such as {NAME}"
        yield Finding(MESSAGE, module, resource, resource, "", Severity.NOTE, fixes, advice)
    elif count is not None and is_per_zone(count):
        wanted = DeclareInput(module, NAME, "bool", Literal(value=False), DESCRIPTION)
        fixes = _fixes(
            "make it an input whether there is one for all", number_by_input(resource, component, wanted, COUNT)
        )
        advice = "" if fixes else f"make the number depend on an input such as {NAME}"
        yield Finding(MESSAGE, module, resource, count, "count", Severity.NOTE, fixes, advice)
    elif count is not None and (switch := switch_of(module, count)) is not None:
        edits = tuned(component, module, switch, Literal(value=True))
        if edits:
            reach = (Reach(module.path, resource.address, "count"),)
            fix = Fix("keep one where it is not production", Tier.UNSAFE, Impact.DESTROY, edits, reach)
            message = "environments that are not for production have a NAT gateway in each zone too"
            yield Finding(message, module, resource, count, "count", Severity.NOTE, (fix,))


def _fixes(title: str, fewer: Fewer | None) -> tuple[Fix, ...]:
    if fewer is None:
        return ()
    impact = Impact.NONE if fewer.tier is Tier.SAFE else Impact.DESTROY
    return (Fix(title, fewer.tier, impact, fewer.edits),)
