"""Permission to make network interfaces, for functions that are in no VPC.

A function needs it to be put in a VPC, or to be fed by Kafka, Amazon MQ or DocumentDB in one. On every resource, as it
must be written, it lets the function's code make and delete the interfaces of others.

The actions are taken out of the statement, or the statement out of the policy, or a policy that says nothing else with
what attaches it. Taking rights away is unsafe. Only roles are looked at that nothing but functions of the module uses,
none of them in a VPC or fed from one, and that hold no other right on network interfaces.

https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, RemoveArgument, RemoveItem, RemoveResource
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Mapping, Resource, Sequence
from iacfix.transforms.ordering import released
from iacfix.transforms.policy import Graph, Statement, statements
from iacfix.transforms.private_network import outside
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(__name__, code="LAM011", since="0.1.0", tiers=(Tier.UNSAFE,))

# What Lambda does for a function in a VPC; one that manages interfaces itself attaches them too.
NEEDED = frozenset(
    {
        "ec2:AssignPrivateIpAddresses",
        "ec2:CreateNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:UnassignPrivateIpAddresses",
    }
)
BESIDE = frozenset({"ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs"})
ATTACHES = "aws_iam_role_policy_attachment"


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the rights on network interfaces that nothing needs."""
    for module in component.modules:
        graph: Graph | None = None
        for resource in module.of(Kind.RESOURCE, Kind.DATA):
            for statement in statements(module, resource):
                if gone := _gone(statement):
                    graph = graph or Graph(module)
                    yield from _finding(component, statement, gone, graph)


def _gone(statement: Statement) -> frozenset[str]:
    """Return the actions of *statement* that only a function in a VPC needs."""
    actions = frozenset(action for _, action in statement.actions or ())
    if not statement.allows or "ec2:CreateNetworkInterface" not in actions:
        return frozenset()
    others = {a for a in actions - NEEDED if "NetworkInterface" in a or a in {"ec2:*", "*"}}
    rest = actions - NEEDED - BESIDE
    return frozenset() if others else actions & (NEEDED | BESIDE) if not rest else actions & NEEDED


def _finding(component: Component, statement: Statement, gone: frozenset[str], graph: Graph) -> Iterator[Finding]:
    roles, others = graph.roles(statement.resource)
    given = [other for other in others if other.kind is not Kind.LOCAL and not other.type.startswith("aws_iam_")]
    if not roles or not all(outside(component, graph, role) for role in roles):
        return
    if any(other.type not in {"aws_lambda_function", "AWS::Serverless::Function"} for other in given):
        return
    edits = statement.without(gone)
    removes: tuple[str, ...] = ()
    if edits is None and (whole := _whole(component, statement)) is not None:
        edits, removes = whole
    impact = Impact.DESTROY if removes else Impact.UPDATE
    fixes = (Fix("take it away", Tier.UNSAFE, impact, edits, removes=removes),) if edits else ()
    advice = "" if fixes else "take it away"
    message = "network interfaces may be made by functions that are in no VPC"
    at = statement.text or statement.get("Action") or statement.value
    place = (statement.module, statement.resource, at, statement.argument)
    yield Finding(message, *place, Severity.RISK, fixes, advice, normal=", ".join(sorted(gone)))


def _whole(component: Component, statement: Statement) -> tuple[tuple[Edit, ...], tuple[str, ...]] | None:
    """Return what takes away a policy that says nothing else, with what attaches it."""
    module, policy = statement.module, statement.resource
    if (beside := policy.get("Policies")) is not None:
        return _inline(policy, statement, beside) if isinstance(beside, Sequence) else None
    if policy.type not in {"aws_iam_policy", "aws_iam_role_policy", "AWS::IAM::Policy"}:
        return None
    users = module.users(policy)
    attaching = [user for user in users if user.type == ATTACHES and user.kind is Kind.RESOURCE]
    edits: list[Edit] = []
    for each in attaching:
        if (found := released(component, module, each)) is None:
            return None
        edits += [*found[1], RemoveResource(module, each, found[0])]
    if policy.type != "aws_iam_policy":
        if (found := released(component, module, policy)) is None:
            return None
        edits += [*found[1], RemoveResource(module, policy, found[0])]
    elif len(attaching) == len(users):
        edits.append(RemoveResource(module, policy, tuple(attaching)))
    else:
        return None
    return tuple(edits), tuple(edit.resource.address for edit in edits if isinstance(edit, RemoveResource))


def _inline(
    role: Resource, statement: Statement, policies: Sequence
) -> tuple[tuple[Edit, ...], tuple[str, ...]] | None:
    """Return what takes a policy out of those that stand in *role* itself."""
    for index, policy in enumerate(policies.items):
        document = policy.get("PolicyDocument", "Statement") if isinstance(policy, Mapping) else None
        if document is statement.items or document is statement.value:
            entry = role.body.entry("Policies")
            if len(policies.items) > 1:
                return (RemoveItem(policies, index),), ()
            return ((RemoveArgument(role, role.body, entry),), ()) if entry is not None else None
    return None
