"""Load balancer, or group of subnets of a database, in one zone.

An application load balancer wants subnets in two availability zones at least, and so does the subnet group of a
database: with one alone nothing is created ("At least two subnets in two different Availability Zones must be
specified").

Where the code has exactly one other subnet of the same network, in another zone and as public or private as the first,
that is added with ``--unsafe``: which subnets something lives in is for a person to say. Otherwise it is only reported.
Subnets that come from outside, or in numbers, are left alone.

https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from iacfix.transforms.edits import InsertItem
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Module, Reference, Resource, Sequence, Value
from iacfix.transforms.registry import Fixer

fixer = Fixer(
    __name__,
    code="NET003",
    since="0.1.0",
    tiers=(Tier.UNSAFE,),
    neighbours={"cfn-lint": "E3680"},
)

SUBNET = "aws_subnet"
ZONE = ("availability_zone", "availability_zone_id", "AvailabilityZoneId")
PUBLIC = ("map_public_ip_on_launch", "MapPublicIpOnLaunch")
SEVERAL = {"count", "for_each", "Condition"}


@fixer.on("aws_lb", "aws_alb", "aws_db_subnet_group")
def check(resource: Resource, module: Module, _: Component) -> Iterator[Finding]:
    """Yield what has one subnet only."""
    argument = "subnet_ids" if resource.type == "aws_db_subnet_group" else "subnets"
    subnets = resource.get(argument)
    kind = resource.get("load_balancer_type")
    if resource.kind is not Kind.RESOURCE or not isinstance(subnets, Sequence) or len(subnets.items) != 1:
        return
    (only,) = subnets.items
    if not isinstance(only, Reference) or only.type != SUBNET or kind not in {None, Literal("application")}:
        return
    first = module.target(only)
    if first is None or _several(first) or not all(isinstance(step, str) for step in only.path):
        return
    others = [other for other in module.of(Kind.RESOURCE) if other.type == SUBNET and _may_join(first, other)]
    fixes: tuple[Fix, ...] = ()
    if len(others) == 1 and None not in (zones := [_zone(first), _zone(others[0])]) and zones[0] != zones[1]:
        new = replace(only, name=others[0].name, origin=None)
        fixes = (Fix(f"add {others[0].address}", Tier.UNSAFE, Impact.CREATE, (InsertItem(subnets, 1, new),)),)
    message = f"{resource.type} wants subnets in two zones, and is given one"
    advice = "" if fixes else "give it a subnet in another zone"
    yield Finding(message, module, resource, subnets, argument, Severity.BLOCKER, fixes, advice)


def _may_join(first: Resource, other: Resource) -> bool:
    """Say whether *other* is a subnet of the network of *first*, as public or private as that."""
    here, there = _network(first), _network(other)
    public = all(first.get(name) == other.get(name) for name in PUBLIC)
    return other is not first and here is not None and here == there and public and not _several(other)


def _network(subnet: Resource) -> Value | None:
    return subnet.get("vpc_id") or subnet.get("VpcId")


def _zone(subnet: Resource) -> Value | None:
    return next((value for name in ZONE if (value := subnet.get(name)) is not None), None)


def _several(resource: Resource) -> bool:
    """Say whether *resource* is made in a number that is not known, or on a condition."""
    return bool(resource.meta.names & SEVERAL)
