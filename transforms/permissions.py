"""What a role may do, as far as the source tells, and where one more permission is written."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from iacfix.transforms.edits import Edit, InsertArgument, InsertItem
from iacfix.transforms.facts.managed_policies import GRANTS
from iacfix.transforms.model import (
    Call,
    Component,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    Reference,
    Resource,
    Sequence,
    Template,
    Value,
    references,
    text,
    walk,
)
from iacfix.transforms.policy import DOCUMENT, Statement, statements
from iacfix.transforms.resolve import resolve

_POLICIES = frozenset({"policy", "PolicyDocument"})
_ATTACHES = ("aws_iam_role_policy_attachment", "aws_iam_policy_attachment")
_ROLES = ("role", "roles", "Roles", "RoleName")
_MERGES = frozenset({"source_policy_documents", "override_policy_documents"})


Grant: TypeAlias = tuple[tuple[str, ...], tuple[Value, ...]]
"""Actions, and the resources that they are allowed on."""


@dataclass(frozen=True, slots=True)
class Permissions:
    """What *role* is allowed: *patterns* of actions, and the *statements* that say so and can be added to."""

    role: Resource
    patterns: frozenset[str]
    statements: tuple[Statement, ...]

    def allows(self, action: str) -> bool:
        """Say whether *action* is allowed on anything."""
        return any(fnmatch.fnmatchcase(action.lower(), pattern.lower()) for pattern in self.patterns)

    def given(self, *grants: Grant, tests: Mapping | None = None) -> tuple[Edit, ...]:
        """Return what allows *grants* too, where *tests* hold; nothing where there is no place for it."""
        for statement in reversed(self.statements):
            if statement.resource.type == DOCUMENT:
                body = statement.resource.body
                blocks = [_statement(*grant, block=True) for grant in grants]
                return tuple(InsertArgument(statement.resource, body, "statement", b, "statement") for b in blocks)
            if statement.items is not None and statement.text is None:
                items = statement.items
                return tuple(InsertItem(items, len(items.items), _statement(*grant, tests)) for grant in grants)
        if "::" not in self.role.source_type or self.role.get("Policies") is not None:
            return ()
        statements_ = Sequence(tuple(_statement(*grant, tests) for grant in grants))
        document = Mapping((Entry("Version", text("2012-10-17")), Entry("Statement", statements_)))
        policy = Mapping((Entry("PolicyName", text(_policy_name(grants[0][0]))), Entry("PolicyDocument", document)))
        return (InsertArgument(self.role, self.role.body, "Policies", Sequence((policy,))),)


def _policy_name(actions: tuple[str, ...]) -> str:
    return f"{actions[0].partition(':')[0]}-access"


def _statement(
    actions: tuple[str, ...], resources: tuple[Value, ...], tests: Mapping | None = None, *, block: bool = False
) -> Mapping:
    """Return a statement that allows *actions* on *resources*."""
    listed = Sequence(tuple(map(text, actions)))
    if block:
        return Mapping((Entry("actions", listed), Entry("resources", Sequence(resources))), block=True)
    entries = [
        Entry("Effect", text("Allow")),
        Entry("Action", listed.items[0] if len(actions) == 1 else listed),
        Entry("Resource", resources[0] if len(resources) == 1 else Sequence(resources)),
    ]
    if tests is not None:
        entries.append(Entry("Condition", Mapping((Entry("StringEquals", tests),))))
    return Mapping(tuple(entries))


def role_of(component: Component, module: Module, user: Resource) -> Resource | None:
    """Return the role that *user* runs with, where it is declared in the module; None where that is unknown."""
    value = user.get("role") or user.get("role_arn") or user.get("Role")
    found = resolve(component, module, value) if value is not None else None
    match found[0].value if found and len(found) == 1 and found[0].module is module else None:
        case Reference(kind=Kind.RESOURCE, type="aws_iam_role", attribute="arn") as reference:
            return module.target(reference)
        case _:
            return None


def permissions(component: Component, module: Module, role: Resource) -> Permissions | None:
    """Return what *role* may do; None where the source does not tell all of it."""
    patterns: set[str] = set()
    found: list[Statement] = []
    documents: list[Resource] = [role] if role.get("Policies") is not None or role.get("inline_policy") else []
    for other in module.users(role):
        if other.kind is Kind.OUTPUT and component.callers(module):
            return None
        if not other.type.startswith(("aws_iam_", "AWS::IAM::")):
            continue
        named = [ref.target for name in _ROLES for ref in references(other.get(name) or Literal(None))]
        if role.key not in named:
            continue
        if other.type in _ATTACHES:
            documents += [policy] if (policy := _attached(module, other.get("policy_arn"), patterns)) else []
            if policy is None and not _known(other.get("policy_arn")):
                return None
        elif _policy_values(other):
            documents.append(other)
    for value in _listed(role.get("managed_policy_arns") or role.get("ManagedPolicyArns")):
        policy = _attached(module, value, patterns)
        if policy is None and not _known(value):
            return None
        documents += [policy] if policy else []
    for document in documents:
        told = list(_told(module, document))
        if not told or any(statement is None for statement in told):
            return None
        for statement in told:
            if statement is not None:
                allowed = _patterns(statement)
                if allowed is None:
                    return None
                patterns |= allowed
                alone = {r.target for n in _ROLES for r in references(document.get(n) or Literal(None))} <= {role.key}
                if alone and "Condition" not in document.meta.names and not document.meta.names & {"count", "for_each"}:
                    found.append(statement)
    return Permissions(role, frozenset(patterns), tuple(found))


def _listed(value: Value | None) -> tuple[Value, ...]:
    return value.items if isinstance(value, Sequence) else (value,) if value is not None else ()


def _known(value: Value | None) -> bool:
    return _managed(value) in GRANTS


def _managed(value: Value | None) -> str:
    """Return the name of the AWS managed policy whose ARN *value* is."""
    match value:
        case Literal(value=str() as arn) if ":policy/" in arn:
            return arn.rpartition("/")[2]
        case Template(parts=(*_, Literal(value=str() as tail))) if ":aws:policy/" in tail:
            return tail.rpartition("/")[2]
        case _:
            return ""


def _attached(module: Module, value: Value | None, patterns: set[str]) -> Resource | None:
    """Return the policy of the module that *value* is the ARN of; what a policy of AWS allows goes to *patterns*."""
    patterns.update(GRANTS.get(_managed(value), ()))
    return module.target(value) if isinstance(value, Reference) and value.type == "aws_iam_policy" else None


def _policy_values(policy: Resource) -> list[Value]:
    return [value for path, value in walk(policy.body) if path and path[-1] in _POLICIES]


def _told(module: Module, policy: Resource) -> Iterator[Statement | None]:
    """Yield the statements of *policy*, None for one that cannot be read."""
    for value in _policy_values(policy):
        match value:
            case Reference(kind=Kind.DATA, type="aws_iam_policy_document", attribute="json") as reference:
                document = module.target(reference)
                if document is None or _MERGES & document.body.names:
                    yield None
                else:
                    yield from statements(module, document)
            case _:
                own = [s for s in statements(module, policy) if _is_of(s, value)]
                yield from own
                if not own:
                    yield None


def _is_of(statement: Statement, value: Value) -> bool:
    """Say whether *statement* stands in the policy that *value* is."""
    if statement.text is not None:
        return statement.text is value
    inside = value.arguments[0] if isinstance(value, Call) and value.arguments else value
    return any(inner is statement.value for _, inner in walk(inside))


def _patterns(statement: Statement) -> set[str] | None:
    """Return what *statement* allows; None where that cannot be told."""
    if statement.get("Effect") not in {None, Literal("Allow")}:
        return set()
    if {name.lower() for name in statement.value.names} & {"notaction", "not_actions"}:
        return {"*"}
    actions = statement.actions
    return {action for _, action in actions} if actions is not None else None
