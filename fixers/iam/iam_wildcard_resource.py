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

import re
from collections.abc import Iterator
from dataclasses import dataclass

from iacfix.transforms.facts.scopes import SCOPES
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import (
    Component,
    Kind,
    Literal,
    Module,
    Reference,
    Resource,
    Template,
    Value,
    references,
)
from iacfix.transforms.naming import Alphabet
from iacfix.transforms.policy import Graph, Statement, arn, readdressed, resource_types, statements
from iacfix.transforms.registry import Fixer, Settings

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

LOGS = "aws_cloudwatch_log_group"
WRITING_LOGS = {"logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"}
CREATES_GROUP = "logs:CreateLogGroup"
# AWS asks for the ARN of the streams although it calls the type the group's.
OF_STREAMS = {"logs:CreateLogStream", "logs:PutLogEvents"}
# What Step Functions and API Gateway need for their logs: AWS wants all of it on everything.
DELIVERS_LOGS = "logs:CreateLogDelivery"
# Those whose role has to reach log groups that are made later.
REACH_ALL = {"aws_api_gateway_account", "AWS::ApiGateway::Account"}
EVENT_SOURCES = {"aws_lambda_event_source_mapping"}

EVERYTHING = re.compile(
    r"\*|arn:[^:]*:(?:(?P<logs>logs):[^:]*:[^:]*:(?:log-group:)?|(?P<service>[\w-]+):\*?:\*?:)\*(?::\*)*"
)


@dataclass(frozen=True, slots=True)
class _Use:
    """Whom roles are for: their *users*, what these are *given*, and whether it is clear that there are no others."""

    users: tuple[Resource, ...]
    given: dict[str, list[Resource]]
    closed: bool

    @classmethod
    def of(cls, roles: list[Resource], graph: Graph) -> _Use:
        """Look at who uses *roles*."""
        using = [user for role in roles for user in graph.users(role)]
        using += [user for each in using if each.type == "aws_iam_instance_profile" for user in graph.users(each)]
        others = [user for user in using if not user.type.startswith(("aws_iam_", "AWS::IAM::"))]
        users = tuple(user for user in others if user.kind is Kind.RESOURCE)
        given: dict[str, dict[str, Resource]] = {}
        for user in users:
            sources = [source for source in graph.users(user) if source.type in EVENT_SOURCES]
            found = [target for each in (user, *sources) for target in graph.targets(each)]
            for target in [*found, *_own_logs(user, graph.module)]:
                if target.kind is Kind.RESOURCE:
                    given.setdefault(target.type, {})[target.name] = target
        closed = len(others) == len(users) and not any(_many(each) for each in (*roles, *users))
        return cls(users, {kind: list(by_name.values()) for kind, by_name in given.items()}, closed)

    @property
    def is_single(self) -> bool:
        """Whether nothing but one function or one flow log uses the role, and it has a single log group."""
        if not self.closed or len(self.users) != 1 or len(self.given.get(LOGS, ())) != 1:
            return False
        user, group = self.users[0], self.given[LOGS][0]
        alike = user.meta.get("provider") == group.meta.get("provider") and not _many(group)
        return alike and user.type in {"aws_lambda_function", "aws_flow_log"} and user.get("layers") is None


def _many(resource: Resource) -> bool:
    return bool(resource.meta.names & {"count", "for_each", "Condition"})


def _own_logs(function: Resource, module: Module) -> Iterator[Resource]:
    """Yield the log group that Lambda writes the output of *function* to, where the module manages it."""
    name = function.get("function_name")
    if function.type != "aws_lambda_function":
        return
    for group in module.of_type(LOGS):
        match group.get("name"):
            case Template(parts=(Literal(value="/aws/lambda/"), Reference() as hole)) if (
                hole.target == function.key and hole.attribute in {"function_name", "id"}
            ):
                yield group
            case Literal() | Template() as written if name is not None:
                alphabet = Alphabet()
                parts = name.parts if isinstance(name, Template) else (name,)
                own = alphabet.spell((Literal("/aws/lambda/"), *parts))
                if alphabet.spell(written.parts if isinstance(written, Template) else (written,)) == own:
                    yield group
            case _:
                pass


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the statements that allow on everything what could be allowed on what is declared."""
    for module in component.modules:
        graph: Graph | None = None
        for resource in module.of(Kind.RESOURCE, Kind.DATA):
            for statement in statements(module, resource):
                if scopable := _scopable(statement):
                    graph = graph or Graph(module)
                    yield from _finding(statement, scopable, graph)


def _scopable(statement: Statement) -> dict[str, list[tuple[str, str]]]:
    """Return the actions that are allowed on everything and need not be, each with what it is about."""
    if not statement.allows or (actions := statement.actions) is None:
        return {}
    wide = [EVERYTHING.fullmatch(_spelled(value)) for value in statement.resources]
    if not wide or not all(wide):
        return {}
    services = {match["logs"] or match["service"] for match in wide if match}
    found: dict[str, list[tuple[str, str]]] = {}
    for _, action in actions:
        service, _, name = action.partition(":")
        known = SCOPES.get(service, {})
        if service == "logs" and any(other == DELIVERS_LOGS for _, other in actions):
            continue
        types = resource_types(action) if "*" not in name else frozenset(known)
        about = [known[each] for each in sorted(types or ()) if each in known]
        administers = name.startswith("Create") or name.lower() in {f"delete{each}" for each in known}
        if about and (None in services or service in services) and (action in WRITING_LOGS or not administers):
            found[action] = about
    return found


def _spelled(value: Value) -> str:
    match value:
        case Literal(value=str() as text):
            return text
        case Template(parts=parts):
            return Alphabet().spell(parts)
        case _:
            return ""


def _finding(statement: Statement, scopable: dict[str, list[tuple[str, str]]], graph: Graph) -> Iterator[Finding]:
    roles, others = graph.roles(statement.resource)
    use = _Use.of(roles, graph)
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
    statement: Statement, scopable: dict[str, list[tuple[str, str]]], use: _Use, graph: Graph
) -> dict[str, tuple[Value, ...]]:
    """Return the ARNs that each action can be limited to, for those whose resources are known."""
    found: dict[str, tuple[Value, ...]] = {}
    for action, about in scopable.items():
        kinds = sorted({kind for kind, _ in about})
        given = [r for kind in kinds for r in use.given.get(kind, ()) if not graph.leads(r, statement.resource)]
        if (
            "*" in action
            or not given
            or any(map(_many, given))
            or len(given) < sum(len(use.given.get(kind, ())) for kind in kinds)
        ):
            continue
        tails = {":*"} if action in OF_STREAMS else {"", ":*"} if action in WRITING_LOGS else {t for _, t in about}
        found[action] = tuple(arn(resource, tail) for resource in given for tail in sorted(tails))
    logs = {action for action in scopable if action in WRITING_LOGS}
    if logs and not logs & found.keys() and not use.given.get(LOGS) and (named := _by_name(statement, use, graph)):
        found |= dict.fromkeys(logs, (named,))
    return found


def _by_name(statement: Statement, use: _Use, graph: Graph) -> Value | None:
    """Return the ARN of the log group of the only function that uses the role, made from the one that is written."""
    functions = [user for user in use.users if user.type == "aws_lambda_function"]
    if len(functions) != 1 or len(use.users) != 1 or len(statement.resources) != 1:
        return None
    written, name = statement.resources[0], functions[0].get("function_name")
    head = EVERYTHING.fullmatch(_spelled(written))
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


def _fix(statement: Statement, narrow: dict[str, tuple[Value, ...]], roles: list[Resource], use: _Use) -> Fix | None:
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
