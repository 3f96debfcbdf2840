"""Managed policy for functions in a VPC, on a role whose functions are in none.

``AWSLambdaVPCAccessExecutionRole`` lets a function make and delete network interfaces, anybody's, and write its log.
Out of a VPC it needs the log alone.

Where the role has no other right to write logs, the policy becomes ``AWSLambdaBasicExecutionRole``; else what attaches
it is taken away, and nothing waits for it any more. Taking rights away is unsafe. Only roles are looked at that nothing
but functions of the module uses, none of them in a VPC.

https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaVPCAccessExecutionRole.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, RemoveArgument, RemoveItem, RemoveResource, Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Reference, Resource, Sequence, Template, Value
from iacfix.transforms.ordering import released
from iacfix.transforms.policy import Graph, statements
from iacfix.transforms.private_network import outside
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(__name__, code="LAM012", since="0.1.0", tiers=(Tier.UNSAFE,))

FOR_VPC = ":iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"
BASIC = ":iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
WRITES_LOGS = frozenset({"logs:*", "logs:Put*", "logs:PutLogEvents", "*"})
ATTACHMENTS = ("aws_iam_role_policy_attachment",)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the policies for a VPC on roles that have nothing to do with one."""
    for module in component.modules:
        graph: Graph | None = None
        for resource in module.of_type(*ATTACHMENTS, "aws_iam_role"):
            for value, items in _policies(resource):
                if not _spelled(value).endswith(FOR_VPC):
                    continue
                graph = graph or Graph(module)
                role = resource if resource.type == "aws_iam_role" else _role(graph, resource)
                if role is None or not outside(component, graph, role):
                    continue
                edits = _edits(component, graph, resource, value, items, role)
                removes = tuple(edit.resource.address for edit in edits if isinstance(edit, RemoveResource))
                replaces = items is None and not removes
                impact = Impact.DESTROY if removes else Impact.REPLACE if replaces else Impact.UPDATE
                fixes = (Fix("leave it the log alone", Tier.UNSAFE, impact, edits, removes=removes),)
                message = "policy for functions in a VPC, and its functions are in none"
                argument = "policy_arn" if items is None else "managed_policy_arns"
                yield Finding(message, module, resource, value, argument, Severity.RISK, fixes if edits else ())


def _policies(resource: Resource) -> Iterator[tuple[Value, Sequence | None]]:
    """Yield the ARNs of the policies that *resource* attaches, each with the list that it stands in."""
    if (single := resource.get("policy_arn")) is not None and resource.type in ATTACHMENTS:
        yield single, None
    several = resource.get("managed_policy_arns")
    if isinstance(several, Sequence):
        for value in several.items:
            yield value, several


def _spelled(value: Value) -> str:
    """Return *value* as text, holes left out."""
    parts = value.parts if isinstance(value, Template) else (value,)
    return "".join(part.value for part in parts if isinstance(part, Literal) and isinstance(part.value, str))


def _role(graph: Graph, attachment: Resource) -> Resource | None:
    match attachment.get("role"):
        case Reference() as reference:
            found = graph.module.target(reference)
            return found if found is not None and found.type == "aws_iam_role" else None
        case _:
            return None


def _edits(
    component: Component, graph: Graph, resource: Resource, value: Value, items: Sequence | None, role: Resource
) -> tuple[Edit, ...]:
    """Return what leaves *role* the right to write logs, and nothing of a VPC."""
    if not _writes_logs(graph, role, value):
        return (Replace(value, _basic(value)),)
    if items is not None:
        entry = resource.body.entry("managed_policy_arns")
        if len(items.items) == 1 and entry is not None:
            return (RemoveArgument(resource, resource.body, entry),)
        return (RemoveItem(items, next(n for n, item in enumerate(items.items) if item is value)),)
    found = released(component, graph.module, resource)
    return (*found[1], RemoveResource(graph.module, resource, found[0])) if found is not None else ()


def _writes_logs(graph: Graph, role: Resource, but: Value) -> bool:
    """Say whether *role* may write logs without the policy *but*."""
    for resource in graph.module.of(Kind.RESOURCE, Kind.DATA):
        mine = resource is role or _role(graph, resource) is role
        for value, _ in _policies(resource) if mine else ():
            if value is not but and _spelled(value).endswith(BASIC):
                return True
        for statement in statements(graph.module, resource):
            actions = {action for _, action in statement.actions or ()}
            if actions & WRITES_LOGS and role in graph.roles(resource)[0]:
                return True
    return False


def _basic(value: Value) -> Value:
    """Return the ARN *value* with the policy for the log alone at its end."""
    name, wanted = FOR_VPC.rpartition("/")[2], BASIC.rpartition("/")[2]
    match value:
        case Literal(value=str() as text):
            return value.but(value=text.replace(name, wanted))
        case Template(parts=parts):
            last = tuple(
                part.but(value=part.value.replace(name, wanted))
                if isinstance(part, Literal) and isinstance(part.value, str) and name in part.value
                else part
                for part in parts
            )
            return value.but(parts=last)
        case _:
            return value
