"""NAT gateways of a network: how many there are, and what makes one of them do for all."""

from __future__ import annotations

from dataclasses import dataclass

from iacfix.transforms.edits import DeclareInput, DeclareLocal, Edit, Replace
from iacfix.transforms.environments import only_where, parameter
from iacfix.transforms.findings import Tier
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


@dataclass(frozen=True, slots=True)
class Fewer:
    """The *edits* that let one gateway do, where an input says so, and the *tier* that the input wants."""

    tier: Tier
    edits: tuple[Edit, ...]


def one_by_one(module: Module) -> list[Resource]:
    """Return the gateways that are written one by one."""
    several = {"count", "for_each", "Condition"}
    return [made for made in module.of_type("aws_nat_gateway") if not several & made.meta.names]


def first_for_all(single: list[Resource], component: Component, wanted: DeclareInput, condition: str) -> Fewer | None:
    """Return what makes the first of *single* do for all unless the parameter *wanted* says otherwise.

    Only a template can: in other languages what is made on a condition has another address from then on.
    """
    module = wanted.module
    if module.language != "cloudformation":
        return None
    others = [made for gateway in single[1:] for made in (gateway, *_addresses(gateway, module))]
    made = only_where(component, wanted, condition, *others)
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
    return Fewer(made[1], tuple(edits))


def is_per_zone(count: Value) -> bool:
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


def switch_of(module: Module, count: Value) -> Reference | None:
    """Return the input that makes *count* one, or None."""
    if isinstance(count, Reference) and count.kind is Kind.LOCAL:
        declared = module.target(count)
        count = declared.value if declared is not None and declared.value is not None else count
    match count:
        case Conditional(test=Reference(kind=Kind.INPUT) as switch, then=Literal(value=1)):
            return switch
        case _:
            return None


def number_by_input(resource: Resource, component: Component, wanted: DeclareInput, local: str) -> Fewer | None:
    """Return what makes the number of gateways the *local* of an input, None when something else depends on it."""
    module, count = wanted.module, resource.meta.get("count")
    given = parameter(component, wanted)
    if count is None or given is None or module.find(Kind.LOCAL, "", local) is not None:
        return None
    addresses = _addresses(resource, module)
    if any(made.meta.get("count") != count for made in addresses):
        return None
    routes = [of_one(module, made, addresses, resource.type) for made in (resource, *addresses)]
    if len(list(module.of_type("aws_nat_gateway"))) > 1 or any(found is None for found in routes):
        return None
    first = Conditional(given.reference, Literal(0), EACH)
    declared = DeclareLocal(module, local, Conditional(given.reference, Literal(1), count.detached()), (resource,))
    number = Reference(Kind.LOCAL, "", local)
    edits: list[Edit] = [*given.edits, declared]
    for made in (resource, *addresses):
        written = made.meta.get("count")
        edits += [Replace(written, number.in_place_of(written))] if written is not None else []
    for route in (route for found in routes for route in found or ()):
        steps = tuple(Index(first) if isinstance(step, Index) else step for step in route.path)
        edits.append(Replace(route, route.but(path=steps)))
    return Fewer(given.tier, tuple(edits))


def _addresses(resource: Resource, module: Module) -> tuple[Resource, ...]:
    """Return the addresses that the gateways have."""
    used = resource.get("allocation_id")
    found = [module.target(reference) for reference in references(used)] if used is not None else []
    return tuple(address for address in found if address is not None and address.type == "aws_eip")
