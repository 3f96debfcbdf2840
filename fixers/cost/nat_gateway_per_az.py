"""NAT gateway for each availability zone in every environment.

A NAT gateway costs by the hour, and so does its address. Production wants one in each zone; development rarely does.
The safe fix adds an input, ``single_nat_gateway``, that is off by default: the gateways, their addresses and the routes
to them stay as they are. The other finding turns it on in the variable files of environments that are not for
production; that destroys gateways there, and is unsafe: their addresses may stand in somebody's list.

Only code that is deployed to such an environment is looked at, through all modules in between. Gateways whose number
depends on an input or a condition already are left alone. Those made with ``for_each``, or one by one, are only
reported: their addresses in the state would move.

https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import DeclareInput, DeclareLocal, Edit, Replace
from iacfix.transforms.environments import has_nonprod, parameter, tuned
from iacfix.transforms.findings import Finding, Fix, Impact, Reach, Severity, Tier
from iacfix.transforms.model import (
    Call,
    Component,
    Conditional,
    Index,
    Kind,
    Literal,
    Module,
    Opaque,
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
    languages=("hcl",),
    optional="cost",
)

NAME = "single_nat_gateway"
DESCRIPTION = "Send all private subnets through one NAT gateway"
COUNT = "nat_gateway_count"
EACH = Reference(Kind.BUILTIN, "", "count.index")


@fixer.on("aws_nat_gateway")
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the gateways that every environment has one of in each zone."""
    count = resource.meta.get("count")
    if resource.kind is not Kind.RESOURCE or not has_nonprod(component, module):
        return
    if (keyed := resource.meta.get("for_each")) is not None and not isinstance(keyed, Conditional):
        advice = f"keep one key where it is not production, by an input such as {NAME}"
        yield Finding(_said(), module, resource, keyed, "for_each", Severity.NOTE, advice=advice)
    elif count is None and len(_single(module)) > 1 and resource is _single(module)[0]:
        advice = f"keep one where it is not production, by a count that depends on an input such as {NAME}"
        yield Finding(_said(), module, resource, resource, "", Severity.NOTE, advice=advice)
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
    return [made for made in module.of_type("aws_nat_gateway") if not {"count", "for_each"} & made.meta.names]


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
    routes = [_routes(made, module, addresses) for made in (resource, *addresses)]
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


def _routes(made: Resource, module: Module, inside: tuple[Resource, ...]) -> list[Reference] | None:
    """Return the references to the one of *made* that has the index of whoever refers; None if others need them all.

    Gateways and their addresses, *inside*, grow few together and may refer to each other.
    """
    found: list[Reference] = []
    for user in module.resources:
        together = user is made or user in inside or user.type == "aws_nat_gateway"
        for _, value in (*walk(user.body), *walk(user.meta)):
            if isinstance(value, Opaque):
                if not together and any(mention.target == made.key for mention in value.mentions):
                    return None
            elif isinstance(value, Reference) and value.target == made.key and not _whole(value):
                index = next(step for step in value.path if isinstance(step, Index)).value
                if index == EACH:
                    found += [] if together else [value]
                elif index != Literal(0):
                    return None
    return found


def _whole(reference: Reference) -> bool:
    """Say whether *reference* is to all of them, however many."""
    indices = [step for step in reference.path if isinstance(step, Index)]
    return not indices or indices[0].value is None
