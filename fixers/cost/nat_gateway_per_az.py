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

from iacfix.transforms.edits import DeclareInput, DeclareLocal, Edit, Replace
from iacfix.transforms.environments import has_nonprod, only_where, parameter, tuned
from iacfix.transforms.findings import Finding, Fix, Impact, Reach, Severity, Tier
from iacfix.transforms.instances import EACH, of_one
from iacfix.transforms.model import (
    Call,
    Component,
    Conditional,
    Index,
    Kind,
    Literal,
    Module,
    Reference,
    Resource,
    Value,
    references,
    walk,
)
from iacfix.transforms.registry import Fixer

fixer = Fixer(
    __name__,
    code="ENV001",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.FRESH, Tier.UNSAFE),
    optional="cost",
)

NAME = "single_nat_gateway"
DESCRIPTION = "Send all private subnets through one NAT gateway"
EACH_ZONE, CONDITION = "nat_gateway_in_each_zone", "HasNatGatewayInEachZone"
COUNT = "nat_gateway_count"


@fixer.on("aws_nat_gateway")
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the gateways that every environment has one of in each zone."""
    count = resource.meta.get("count")
    if resource.kind is not Kind.RESOURCE or "Condition" in resource.meta.names or not has_nonprod(component, module):
        return
    if (keyed := resource.meta.get("for_each")) is not None and not isinstance(keyed, Conditional):
        advice = f"keep one key where it is not production, by an input such as {NAME}"
        yield Finding(_said(), module, resource, keyed, "for_each", Severity.NOTE, advice=advice)
    elif count is None and resource is (single := _single(module))[0] and (len(single) > 1 or not resource.once):
        fix = _conditional(single, module, component) if component.language == "cloudformation" else None
        advice = "" if fix else f"keep one where it is not production, by an input such as {NAME}"
        yield Finding(_said(), module, resource, resource, "", Severity.NOTE, (fix,) if fix else (), advice)
    elif count is not None and _per_zone(count):
        fix = _parameterised(resource, count, module, component)
        advice = "" if fix else f"make the number depend on an input such as {NAME}"
        yield Finding(_said(), module, resource, count, "count", Severity.NOTE, (fix,) if fix else (), advice)
    elif count is not None and (switch := _switch(module, count)) is not None:
        edits = tuned(component, module, switch, Literal(value=True))
        if edits:
            reach = (Reach(module.path, resource.address, "count"),)
            fix = Fix("keep one where it is not production", Tier.UNSAFE, Impact.DESTROY, edits, reach)
            message = "environments that are not for production have a NAT gateway in each zone too"
            yield Finding(message, module, resource, count, "count", Severity.NOTE, (fix,))


def _said() -> str:
    return "every environment has a NAT gateway in each zone"


def _single(module: Module) -> list[Resource]:
    """Return the gateways that are written one by one."""
    several = {"count", "for_each", "Condition"}
    return [made for made in module.of_type("aws_nat_gateway") if not several & made.meta.names]


def _conditional(single: list[Resource], module: Module, component: Component) -> Fix | None:
    """Return what makes the first of *single* do for all unless a parameter says otherwise."""
    others = [made for gateway in single[1:] for made in (gateway, *_addresses(gateway, module))]
    wanted = DeclareInput(
        module, EACH_ZONE, "bool", Literal(value=True), "Keep a NAT gateway in each availability zone"
    )
    made = only_where(component, wanted, CONDITION, *others)
    if made is None or any(address in others for address in _addresses(single[0], module)):
        return None
    edits = list(made[2])
    for user in module.resources:
        for path, value in walk(user.body):
            if user in others or not isinstance(value, Reference) or value.target not in {each.key for each in others}:
                continue
            if user.type != "aws_route" or path != ("nat_gateway_id",):
                return None
            first = Reference(*single[0].key, value.path)
            edits.append(Replace(value, Conditional(made[0], value.detached(), first).in_place_of(value)))
    impact = Impact.NONE if made[1] is Tier.SAFE else Impact.DESTROY
    return Fix("make the others depend on a parameter", made[1], impact, tuple(edits))


def _per_zone(count: Value) -> bool:
    """Say whether *count* is as many as there are subnets or zones, or a constant."""
    match count:
        case Literal(value=int() as number):
            return number > 1
        case Call(name="length", arguments=(Reference(kind=kind),)):
            return kind in {Kind.INPUT, Kind.LOCAL, Kind.RESOURCE, Kind.DATA}
        case Reference(kind=Kind.INPUT | Kind.LOCAL, path=(), name=name):
            return any(word in name for word in ("az", "zone", "subnet")) and "nat" not in name
        case _:
            return False


def _switch(module: Module, count: Value) -> Reference | None:
    """Return the input that makes *count* one, or None."""
    if isinstance(count, Reference) and count.kind is Kind.LOCAL:
        declared = module.target(count)
        count = declared.value if declared is not None and declared.value is not None else count
    match count:
        case Conditional(test=Reference(kind=Kind.INPUT) as switch, then=Literal(value=1)):
            return switch
        case _:
            return None


def _parameterised(resource: Resource, count: Value, module: Module, component: Component) -> Fix | None:
    """Return what makes the number of gateways an input, or None when something else depends on it."""
    given = parameter(component, DeclareInput(module, NAME, "bool", Literal(value=False), DESCRIPTION))
    if given is None or module.find(Kind.LOCAL, "", COUNT) is not None:
        return None
    addresses = _addresses(resource, module)
    if any(made.meta.get("count") != count for made in addresses):
        return None
    routes = [of_one(module, made, addresses, resource.type) for made in (resource, *addresses)]
    if len(list(module.of_type("aws_nat_gateway"))) > 1 or any(found is None for found in routes):
        return None
    first = Conditional(given.reference, Literal(0), EACH)
    local = DeclareLocal(module, COUNT, Conditional(given.reference, Literal(1), count.detached()), (resource,))
    number = Reference(Kind.LOCAL, "", COUNT)
    edits: list[Edit] = [*given.edits, local]
    for made in (resource, *addresses):
        written = made.meta.get("count")
        edits += [Replace(written, number.in_place_of(written))] if written is not None else []
    for route in (route for found in routes for route in found or ()):
        steps = tuple(Index(first) if isinstance(step, Index) else step for step in route.path)
        edits.append(Replace(route, route.but(path=steps)))
    impact = Impact.NONE if given.tier is Tier.SAFE else Impact.DESTROY
    return Fix("make it an input whether there is one for all", given.tier, impact, tuple(edits))


def _addresses(resource: Resource, module: Module) -> tuple[Resource, ...]:
    """Return the addresses that the gateways have."""
    used = resource.get("allocation_id")
    found = [module.target(reference) for reference in references(used)] if used is not None else []
    return tuple(address for address in found if address is not None and address.type == "aws_eip")
