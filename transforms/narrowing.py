"""To what the actions of a statement can be limited: the resources that whoever has the role is handed."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from iacfix.transforms.model import Kind, Literal, Reference, Template, Value, references
from iacfix.transforms.policy import Graph, Statement, arn, readdressed, statements
from iacfix.transforms.role_use import LOGS, Use, many
from iacfix.transforms.scopes import EVERYTHING, OF_STREAMS, WRITING_LOGS, spelled


def narrowed_to(
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


def in_order(found: list[Value]) -> tuple[Value, ...]:
    """Return ARNs as people list them: the bare one of a resource before those that are built on it."""
    order = [next(references(value)).target for value in found if isinstance(value, Reference)]
    return tuple(sorted(found, key=lambda value: _place(value, order)))


def _place(value: Value, order: list[tuple[Kind, str, str]]) -> tuple[int, bool]:
    """Return where *value* comes in a list of ARNs: behind the bare one of the same resource."""
    targets = [reference.target for reference in references(value)]
    return next((order.index(t) for t in targets if t in order), len(order)), isinstance(value, Template)
