"""A network of a stack's own: a VPC, subnets in several zones, and what they need to reach AWS."""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass

from iacfix.transforms.model import (
    EMPTY,
    Call,
    Kind,
    Literal,
    Module,
    Reference,
    Resource,
    Sequence,
    Value,
    mapping,
    text,
)

_CIDR = "10.0.0.0/16"


@dataclass(frozen=True, slots=True)
class Network:
    """Resources that make a network; *vpc* and *subnets* (by what they stand for) are what refers to them."""

    resources: tuple[Resource, ...]
    vpc: Value
    subnets: Table[str, Value]
    note: str


def network(module: Module, wanted: Table[str, str]) -> Network | None:
    """Return a network for *module* with the subnets *wanted*: what each stands for, by its logical ID.

    Those whose ID speaks of the public are reachable; the others reach AWS through a NAT gateway where something of
    the module runs code in a subnet. None where one of the names is taken.
    """
    public = [name for name in wanted.values() if "public" in name.lower()]
    private = [name for name in wanted.values() if name not in public]
    runs = bool(private) and any(_runs_code(resource) for resource in module.of(Kind.RESOURCE))
    if runs and not public:
        public = ["PublicSubnet"]
    resources = [_made("Vpc", "VPC", CidrBlock=text(_CIDR), EnableDnsHostnames=_TRUE, EnableDnsSupport=_TRUE)]
    resources += [_subnet(name, position, public=name in public) for position, name in enumerate([*private, *public])]
    if public:
        resources += _gateway(public)
    if private:
        resources += _private(private, public[0] if runs else "")
    if {resource.name for resource in resources} & {resource.name for resource in module.resources}:
        return None
    note = "a NAT gateway costs about 32 USD a month in one zone" if runs else ""
    subnets = {origin: _ref(name, "Subnet") for origin, name in wanted.items()}
    return Network(tuple(resources), _ref("Vpc", "VPC"), subnets, note)


_TRUE = Literal(value=True)


def _runs_code(resource: Resource) -> bool:
    return resource.get("vpc_config") is not None or resource.type in {
        *("aws_ecs_service", "aws_instance", "aws_launch_template", "aws_codebuild_project"),
        "AWS::ECS::Service",
    }


def _ref(name: str, kind: str) -> Reference:
    return Reference(Kind.RESOURCE, f"AWS::EC2::{kind}", name, ("Ref",))


def _made(name: str, kind: str, **entries: Value) -> Resource:
    return Resource(Kind.RESOURCE, f"AWS::EC2::{kind}", name, mapping(**entries))


def _waiting(resource: Resource, *names: str) -> Resource:
    """Return *resource* so that it waits for what is called *names*."""
    waits = Sequence(tuple(Reference(Kind.RESOURCE, "AWS::EC2::VPCGatewayAttachment", name) for name in names))
    meta = mapping(DependsOn=waits.items[0] if len(names) == 1 else waits)
    return Resource(resource.kind, resource.type, resource.name, (resource.body, meta))


def _subnet(name: str, position: int, *, public: bool) -> Resource:
    whole = Reference(Kind.RESOURCE, "AWS::EC2::VPC", "Vpc", ("CidrBlock",))
    ranges = Call("Fn::Cidr", (whole, Literal(8), Literal(8)))
    entries: dict[str, Value] = {
        "VpcId": _ref("Vpc", "VPC"),
        "CidrBlock": Call("Fn::Select", (Literal(position), ranges)),
        "AvailabilityZone": Call("Fn::Select", (Literal(position % 2), Call("Fn::GetAZs", (text(""),)))),
    }
    if public:
        entries["MapPublicIpOnLaunch"] = _TRUE
    return _made(name, "Subnet", **entries)


def _gateway(public: list[str]) -> list[Resource]:
    """Return what makes the subnets *public*."""
    vpc, table = _ref("Vpc", "VPC"), _ref("PublicRouteTable", "RouteTable")
    gateway = _ref("InternetGateway", "InternetGateway")
    route = _made("PublicRoute", "Route", RouteTableId=table, DestinationCidrBlock=text("0.0.0.0/0"), GatewayId=gateway)
    return [
        Resource(Kind.RESOURCE, "AWS::EC2::InternetGateway", "InternetGateway", EMPTY),
        _made("GatewayAttachment", "VPCGatewayAttachment", VpcId=vpc, InternetGatewayId=gateway),
        _made("PublicRouteTable", "RouteTable", VpcId=vpc),
        _waiting(route, "GatewayAttachment"),
        *(_association(name, "PublicRouteTable") for name in public),
    ]


def _private(private: list[str], behind: str) -> list[Resource]:
    """Return what the subnets *private* need; *behind* is the subnet of their NAT gateway, empty for none."""
    vpc, table = _ref("Vpc", "VPC"), _ref("PrivateRouteTable", "RouteTable")
    found = [_made("PrivateRouteTable", "RouteTable", VpcId=vpc)]
    found += [_association(name, "PrivateRouteTable") for name in private]
    if not behind:
        return found
    address = _waiting(_made("NatAddress", "EIP", Domain=text("vpc")), "GatewayAttachment")
    allocation = Reference(Kind.RESOURCE, "AWS::EC2::EIP", "NatAddress", ("AllocationId",))
    nat = _made("NatGateway", "NatGateway", AllocationId=allocation, SubnetId=_ref(behind, "Subnet"))
    route = _made(
        "PrivateRoute",
        "Route",
        RouteTableId=table,
        DestinationCidrBlock=text("0.0.0.0/0"),
        NatGatewayId=_ref("NatGateway", "NatGateway"),
    )
    return [*found, address, nat, route]


def _association(subnet: str, table: str) -> Resource:
    return _made(
        f"{subnet}RouteTableAssociation",
        "SubnetRouteTableAssociation",
        SubnetId=_ref(subnet, "Subnet"),
        RouteTableId=_ref(table, "RouteTable"),
    )
