"""Function outside of the network that its database is in.

A database that is not public, a cache, a proxy can be reached from inside their VPC alone. A function that is in none
waits for an answer until it is cut off.

Where the function is given the address of such a thing, and its code has something to speak to it with, it is put into
the same subnets, in the security group that the database lets in, and its role gets the policy that a function in a VPC
needs. This is unsafe: in there, calls to other services of AWS need a NAT gateway or endpoints. Where no security group
is let in, or several are, the finding has no fix.

A function that reads no more than a name, or speaks to the database over the Data API, is left alone, and so is one
whose database is public.

https://docs.aws.amazon.com/lambda/latest/dg/services-rds.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, InsertArgument, InsertItem, InsertResource, Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import (
    Component,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    Resource,
    Sequence,
    mapping,
)
from iacfix.transforms.ordering import named
from iacfix.transforms.policy import ATTACHMENT, Graph, for_network, managed
from iacfix.transforms.private_network import admitted, may_be_inside, need, subnets_of
from iacfix.transforms.registry import Fixer
from iacfix.transforms.sources import FUNCTIONS

fixer = Fixer(__name__, code="LAM006", since="0.1.0", tiers=(Tier.UNSAFE,))

BASIC = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
FOR_VPC = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"


@fixer.on(*FUNCTIONS)
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the database that *resource* cannot reach."""
    if resource.kind is not Kind.RESOURCE or may_be_inside(component, resource):
        return
    tied = need(component, module, resource)
    if tied is None or not tied.reaches:
        return
    target = tied.reaches[0]
    edits = tuple(_edits(component, module, resource, target))
    note = "its calls to AWS need a NAT gateway or endpoints in there" if tied.calls_aws else ""
    fix = Fix(f"put it into the network of {target.address}", Tier.UNSAFE, Impact.UPDATE, edits, note=note)
    advice = "" if edits else "put it into its subnets, in a security group that it lets in"
    message = f"{target.address} can be reached from its network alone, and the function is in none"
    yield Finding(message, module, resource, resource, "vpc_config", Severity.BLOCKER, (fix,) if edits else (), advice)


def _edits(component: Component, module: Module, function: Resource, target: Resource) -> Iterator[Edit]:
    """Yield what puts *function* where *target* is; nothing where it is not clear how."""
    subnets, groups = subnets_of(module, target), admitted(module, target)
    role = _role(module, function)
    if subnets is None or len(groups) != 1 or role is None:
        return
    group = groups[0].reference("id")
    rights = _rights(component, module, role)
    if rights is None:
        return
    own = function.type.startswith("AWS::")
    names = ("SubnetIds", "SecurityGroupIds") if own else ("subnet_ids", "security_group_ids")
    listed = subnets if subnets.origin is not None else subnets.detached()
    block = Mapping((Entry(names[0], listed), Entry(names[1], Sequence((group,)))), block=True)
    yield InsertArgument(function, function.body, "VpcConfig" if own else "vpc_config", block)
    yield from rights


def _role(module: Module, function: Resource) -> Resource | None:
    keys = named(module, function.get("role") or function.get("Role"))
    found = [module.find(*key) for key in keys if key[1] == "aws_iam_role"]
    return found[0] if len(found) == 1 else None


def _rights(component: Component, module: Module, role: Resource) -> list[Edit] | None:
    """Return what gives *role* the rights that a function in a network needs; None where it may have them."""
    graph = Graph(module)
    if for_network(graph, role):
        return []
    for value in managed(graph, role):
        if value == Literal(BASIC):
            return [Replace(value, Literal(FOR_VPC).in_place_of(value))]
    if component.language != "cloudformation":
        label = f"{role.name}_network"
        body = mapping(role=role.reference("name"), policy_arn=Literal(FOR_VPC))
        if module.find(Kind.RESOURCE, ATTACHMENT, label) is not None:
            return None
        return [InsertResource(module, Resource(Kind.RESOURCE, ATTACHMENT, label, body), after=role)]
    match role.get("managed_policy_arns"):
        case None:
            return [InsertArgument(role, role.body, "managed_policy_arns", Sequence((Literal(FOR_VPC),)))]
        case Sequence(items=items) as written:
            return [InsertItem(written, len(items), Literal(FOR_VPC))]
        case _:
            return None
