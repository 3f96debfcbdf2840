"""Route that does not say which addresses it is for.

A route is a destination and a target. The provider rejects one without a destination before anything is made, and so
does EC2.

A route to an internet gateway or a NAT gateway is the way out: it gets ``0.0.0.0/0``, one to an egress-only gateway
``::/0``, which is safe, since the route could not be created as it is. One to a peering connection gets the addresses
of the network on the other side, where the code has both networks; that is unsafe, since the route may be meant for a
part of them. A destination under the name that it has in a route table gets the one that it has in a route.

A table takes one route for a destination: where it has one for the whole internet already, the finding has no fix.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import InsertArgument, RenameArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.misfits import crowded
from iacfix.transforms.model import Component, Kind, Literal, Mapping, Module, Reference, Resource, Value
from iacfix.transforms.registry import Fixer

fixer = Fixer(
    __name__,
    code="NET002",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
    neighbours={"terraform": "Invalid combination of arguments"},
)

V4, V6 = Literal("0.0.0.0/0"), Literal("::/0")
TO_THE_INTERNET = {
    "gateway_id": V4,
    "nat_gateway_id": V4,
    "egress_only_gateway_id": V6,
    "EgressOnlyInternetGatewayId": V6,
}
TARGETS = frozenset(
    {
        *TO_THE_INTERNET,
        "carrier_gateway_id",
        "core_network_arn",
        "InstanceId",
        "local_gateway_id",
        "network_interface_id",
        "transit_gateway_id",
        "vpc_endpoint_id",
        "vpc_peering_connection_id",
    }
)
DESTINATIONS = ("cidr_block", "ipv6_cidr_block", "prefix_list_id")
GIVEN = frozenset({*DESTINATIONS, *(f"destination_{name}" for name in DESTINATIONS)})
PEERS = ("vpc_id", "peer_vpc_id", "VpcId", "PeerVpcId")


@fixer.on("aws_route")
def check_route(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield a route of its own that has no destination."""
    if resource.kind is Kind.RESOURCE and not _is_misnamed(component, resource.body):
        yield from _findings(resource, module, resource.body, resource.get("route_table_id"))


@fixer.on("aws_route_table", "aws_default_route_table")
def check_table(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the routes that stand in their table and have no destination."""
    if resource.kind is Kind.RESOURCE:
        for route in resource.all("route"):
            if isinstance(route, Mapping) and not _is_misnamed(component, route):
                yield from _findings(resource, module, route, resource.reference("id"))


def _is_misnamed(component: Component, route: Mapping) -> bool:
    """Say whether the destination may be there under a name that nobody knows, which another rule is about."""
    return not route.names & {*DESTINATIONS} and id(route) in crowded(component)


def _findings(resource: Resource, module: Module, route: Mapping, table: Value | None) -> Iterator[Finding]:
    own = route is resource.body
    given = [entry.name for entry in route.entries]
    names = [f"destination_{name}" for name in DESTINATIONS] if own else [*DESTINATIONS, "destination_prefix_list_id"]
    if not TARGETS & route.names or not all(given) or "**" in given or any(name in given for name in names):
        return
    if route.get("gateway_id") == Literal("local"):
        return
    message = "the route has no destination"
    place = (module, resource, resource if own else route, "" if own else "route", Severity.BLOCKER)
    wrong = next((entry for entry in route.entries if own and entry.name in DESTINATIONS), None)
    way_out = _way_out(module, route)
    destination = way_out or _beyond(module, route, table)
    if wrong is not None:
        rename = RenameArgument(resource, route, wrong, f"destination_{wrong.name}")
        yield Finding(message, *place, (Fix("give the destination its name", Tier.SAFE, Impact.CREATE, (rename,)),))
    elif destination is None:
        yield Finding(message, *place, advice="say which addresses it is for")
    elif way_out is not None and _is_taken(module, table, way_out):
        yield Finding(message, *place, advice="its table has a route for all addresses already")
    else:
        name = names[1] if destination == V6 else names[0]
        after = "route_table_id" if own else ""
        insert = InsertArgument(resource, route, name, destination, after)
        tier = Tier.SAFE if way_out else Tier.UNSAFE
        yield Finding(message, *place, (Fix("add it", tier, Impact.CREATE, (insert,)),))


def _way_out(module: Module, route: Mapping) -> Literal | None:
    """Return all addresses, where *route* leads to the internet."""
    for target, destination in TO_THE_INTERNET.items():
        if (value := route.get(target)) is not None:
            gateway = module.target(value) if isinstance(value, Reference) else None
            known = target != "gateway_id" or (gateway is not None and gateway.type == "aws_internet_gateway")
            return destination if known else None
    return None


def _beyond(module: Module, route: Mapping, table: Value | None) -> Reference | None:
    """Return the addresses on the other side of the peering connection that *route* leads to."""
    value = route.get("vpc_peering_connection_id")
    reached = module.target(value) if isinstance(value, Reference) else None
    if reached is not None:
        here = _network(module, table)
        sides = [_network(module, reached.get(name)) for name in PEERS if reached.get(name) is not None]
        others = [side for side in sides if side is not here]
        if here is not None and len(others) == 1 and others[0] is not None and others[0].get("cidr_block") is not None:
            return others[0].reference("cidr_block")
    return None


def _network(module: Module, value: Value | None) -> Resource | None:
    """Return the network that *value* is, or that the route table which it is stands in."""
    found = module.target(value) if isinstance(value, Reference) else None
    if found is not None and found.type in {"aws_route_table", "aws_default_route_table"}:
        return _network(module, found.get("vpc_id"))
    return found if found is not None and found.type == "aws_vpc" else None


def _is_taken(module: Module, table: Value | None, destination: Literal) -> bool:
    """Say whether another route of *table* is for *destination*, or would get it too."""
    declared = module.target(table) if isinstance(table, Reference) else None
    routes = [route.body for route in module.of_type("aws_route") if route.get("route_table_id") == table]
    routes += [route for route in (declared.all("route") if declared else ()) if isinstance(route, Mapping)]
    same = [route for route in routes if any(route.get(name) == destination for name in GIVEN)]
    bare = [route for route in routes if not route.names & GIVEN and _way_out(module, route) == destination]
    return table is not None and len(same) + len(bare) > 1
