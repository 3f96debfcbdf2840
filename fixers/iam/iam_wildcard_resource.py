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
from collections.abc import Set as AbstractSet

from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import (
    Component,
    Kind,
    Literal,
    Reference,
    Resource,
    Template,
    Value,
    references,
)
from iacfix.transforms.policy import Graph, Statement, arn, readdressed, statements
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.role_use import LOGS, Use, many
from iacfix.transforms.scopes import CREATES_GROUP, EVERYTHING, OF_STREAMS, WRITING_LOGS, scopable_actions, spelled

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
    narrow = _narrow(statement, scopable, use, graph) if not others else {}
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


def _narrow(
    statement: Statement, scopable: dict[str, list[tuple[str, str]]], use: Use, graph: Graph
) -> dict[str, tuple[Value, ...]]:
    """Return the ARNs that each action can be limited to, for those whose resources are known."""
    found: dict[str, tuple[Value, ...]] = {}
    allowed = _allowed(scopable.keys(), statements(graph.module, statement.resource))
    for action, about in scopable.items():
        kinds = sorted({kind for kind, _ in about})
        given = [r for kind in kinds for r in use.given.get(kind, ()) if not graph.leads(r, statement.resource)]
        if (
            "*" in action
            or not given
            or any(map(many, given))
            or len(given) < sum(len(use.given.get(kind, ())) for kind in kinds)
            or not allowed.isdisjoint(resource.key for resource in given)
        ):
            continue
        tails = {":*"} if action in OF_STREAMS else {"", ":*"} if action in WRITING_LOGS else {t for _, t in about}
        found[action] = tuple(arn(resource, tail) for resource in given for tail in sorted(tails))
    logs = {action for action in scopable if action in WRITING_LOGS}
    if logs and not logs & found.keys() and not use.given.get(LOGS) and (named := _by_name(statement, use, graph)):
        found |= dict.fromkeys(logs, (named,))
    return found


def _allowed(actions: AbstractSet[str], beside: Iterator[Statement]) -> set[tuple[Kind, str, str]]:
    """Return what other statements allow some of *actions* on, so that a wider one must be for something else."""
    return {
        reference.target
        for statement in beside
        if statement.allows and any(action in actions for _, action in statement.actions or ())
        for value in statement.resources
        for reference in references(value)
        if reference.kind is Kind.RESOURCE
    }


def _by_name(statement: Statement, use: Use, graph: Graph) -> Value | None:
    """Return the ARN of the log group of the only function that uses the role, made from the one that is written."""
    functions = [user for user in use.users if user.type == "aws_lambda_function"]
    if len(functions) != 1 or len(use.users) != 1 or len(statement.resources) != 1:
        return None
    written, name = statement.resources[0], functions[0].get("function_name")
    head = EVERYTHING.fullmatch(spelled(written))
    if head is None or not head["logs"] or not isinstance(name, Literal | Template):
        return None
    declared = [graph.module.target(reference) for reference in references(name)]
    if any(each is None or graph.leads(each, statement.resource) for each in declared):
        return None
    named = name.parts if isinstance(name, Template) else (name,)
    return readdressed(written, 5, (Literal("log-group:/aws/lambda/"), *named, Literal(":*")))


def _place(value: Value, order: list[tuple[Kind, str, str]]) -> tuple[int, bool]:
    """Return where *value* comes in a list of ARNs: behind the bare one of the same resource."""
    targets = [reference.target for reference in references(value)]
    return next((order.index(t) for t in targets if t in order), len(order)), isinstance(value, Template)


def _fix(statement: Statement, narrow: dict[str, tuple[Value, ...]], roles: list[Resource], use: Use) -> Fix | None:
    """Return what limits the actions of *narrow* to their ARNs, and leaves the others where they are."""
    written = {action for _, action in statement.actions or ()}
    managed = CREATES_GROUP in narrow and bool(use.given.get(LOGS)) and len(narrow) > 1
    kept = narrow.keys() - ({CREATES_GROUP} if managed else set[str]())
    found = list(dict.fromkeys(value for action in sorted(kept) for value in narrow[action]))
    order = [next(references(value)).target for value in found if isinstance(value, Reference)]
    resources = tuple(sorted(found, key=lambda value: _place(value, order)))
    edits = statement.narrowed(kept, resources, written - narrow.keys())
    if edits is None:
        return None
    safe = narrow.keys() <= WRITING_LOGS and len(roles) == 1 and use.is_single
    tier = Tier.SAFE if safe else Tier.UNSAFE
    return Fix("allow it on the resources that are used only", tier, Impact.UPDATE, edits)
