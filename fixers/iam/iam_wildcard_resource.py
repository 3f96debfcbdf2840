"""Permission on every resource where the policy is for one that is declared beside it.

Whoever takes over the function, or a mistake in its code, reaches every log group, table, bucket or queue of the
account. The fix names those that the code hands to whom the policy is attached to: what the function's environment,
its event sources or the flow log refer to, and the log group that it writes to. Actions that can only be allowed
everywhere stay on ``*`` in a statement of their own, and so do those that make resources.

It is safe only for writing logs: a role that a single function or flow log uses, and its own log group, which
Terraform or the stack manages, so that the right to create it goes. Other narrowings may break a use that the code
does not show, and are unsafe. Nothing is narrowed where a reference would close a circle, where the role is used by
something that the module does not declare, or where it is not clear which resource is meant: that is only reported.

Statements with a condition, denials, key policies and other policies of resources are left alone, and so is what
allows everything (``Action = "*"``).

https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Reference, Resource, Value
from iacfix.transforms.narrowing import in_order, narrowed_to
from iacfix.transforms.policy import Graph, Statement, statements
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.role_use import LOGS, Use
from iacfix.transforms.scopes import CREATES_GROUP, WRITING_LOGS, scopable_actions

fixer = Fixer(
    __name__,
    code="IAM001",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
    neighbours={
        "checkov": "CKV_AWS_355, CKV_AWS_356",
        "trivy": "AVD-AWS-0057",
        "cfn-nag": "W11, W12, W13",
        "KICS": "IAM Policies With Full Privileges",
    },
)

# Those whose role has to reach log groups that are made later.
REACH_ALL = {"aws_api_gateway_account", "AWS::ApiGateway::Account"}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the statements that allow on everything what could be allowed on what is declared."""
    for module in component.modules:
        graph: Graph | None = None
        for resource in module.of(Kind.RESOURCE, Kind.DATA):
            for statement in statements(module, resource):
                if scopable := scopable_actions(statement):
                    graph = graph or Graph(module)
                    yield from _finding(statement, scopable, graph)


def _finding(statement: Statement, scopable: dict[str, list[tuple[str, str]]], graph: Graph) -> Iterator[Finding]:
    roles, others = graph.roles(statement.resource)
    use = Use.of(roles, graph)
    if any(other.kind is Kind.RESOURCE and not other.type.startswith("aws_iam_") for other in others):
        return
    if any(user.type in REACH_ALL for user in use.users) or any(_is_boundary(statement, role) for role in roles):
        return
    narrow = narrowed_to(statement, scopable, use, graph) if not others else {}
    types = {kind for about in scopable.values() for kind, _ in about}
    there = [resource.address for resource in graph.module.of_type(*sorted(types))]
    known = bool(roles) or any(other.type in {"aws_iam_user", "aws_iam_group"} for other in others)
    if not narrow and not (there and known):
        return
    message = f"{', '.join(sorted(scopable))} allowed on every resource"
    fix = _fix(statement, narrow, roles, use) if narrow else None
    yield Finding(
        message,
        statement.module,
        statement.resource,
        statement.text or statement.get("Resource") or statement.value,
        statement.argument,
        Severity.RISK,
        (fix,) if fix else (),
        "" if fix else f"name the ARNs that are meant; there are {', '.join(there)}",
        normal=message,
    )


def _is_boundary(statement: Statement, role: Resource) -> bool:
    boundary = role.get("permissions_boundary")
    return isinstance(boundary, Reference) and boundary.target == statement.resource.key


def _fix(statement: Statement, narrow: dict[str, tuple[Value, ...]], roles: list[Resource], use: Use) -> Fix | None:
    """Return what limits the actions of *narrow* to their ARNs, and leaves the others where they are."""
    written = {action for _, action in statement.actions or ()}
    managed = CREATES_GROUP in narrow and bool(use.given.get(LOGS)) and len(narrow) > 1
    kept = narrow.keys() - ({CREATES_GROUP} if managed else set[str]())
    found = list(dict.fromkeys(value for action in sorted(kept) for value in narrow[action]))
    edits = statement.narrowed(kept, in_order(found), written - narrow.keys())
    if edits is None:
        return None
    safe = narrow.keys() <= WRITING_LOGS and len(roles) == 1 and use.is_single
    tier = Tier.SAFE if safe else Tier.UNSAFE
    return Fix("allow it on the resources that are used only", tier, Impact.UPDATE, edits)
