"""Action in a policy that the service does not have.

IAM takes whatever name stands behind the prefix of a service, and a name that there is not allows nothing: the policy
is created, and what it was for fails with "AccessDenied" when it runs. The names of actions are often not those of the
calls: reading a bucket's encryption is ``s3:GetEncryptionConfiguration``. Where a list of such names, or a letter,
leaves one action that is meant, it is written; that gives a permission that a deployed stack does not have yet, and so
it is done with ``--unsafe`` only. A prefix that no service has (``cloudwatchlogs:``) is rejected by IAM when the policy
is made, and so correcting it is safe.

What the service has under another name that is not clear, actions with wildcards, and those whose right name stands
beside them are left alone.

https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.facts.actions import ACTIONS, PREFIXES
from iacfix.transforms.facts.twins import snake
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.likeness import misspelt, same_word
from iacfix.transforms.model import Component, Conditional, Kind, Literal, Mapping, Sequence, Value, dotted
from iacfix.transforms.policy import actions_of, is_action
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="IAM005",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
    neighbours={"cfn-lint": "W3037", "parliament": "UNKNOWN_ACTION"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the actions of statements that there are not."""
    for module in component.modules:
        for resource in module.of(Kind.RESOURCE, Kind.DATA):
            for path, value in resource.walk():
                for name in _names(value, path):
                    listed = tuple(_single(value.get(name))) if isinstance(value, Mapping) else ()
                    there = {each.value for each in listed}
                    for inner in listed:
                        found = _right(str(inner.value))
                        if found is not None and found[0] not in there:
                            right, rejected = found
                            there.add(right)  # once is enough where several are meant to be one
                            tier = Tier.SAFE if rejected else Tier.UNSAFE
                            edit = Replace(inner, Literal(right).in_place_of(inner))
                            fix = Fix(f"write {right}", tier, Impact.CREATE if rejected else Impact.UPDATE, (edit,))
                            message = f"there is no action {inner.value}"
                            severity = Severity.BLOCKER if rejected else Severity.RISK
                            yield Finding(message, module, resource, inner, dotted((*path, name)), severity, (fix,))


def _names(value: Value, path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names under which a statement lists actions; none where *value* is no statement."""
    if not isinstance(value, Mapping):
        return ()
    if "Effect" in value.names:
        return ("Action", "NotAction")
    return ("actions", "not_actions") if path[:1] == ("statement",) else ()


def _single(value: Value | None) -> Iterator[Literal]:
    match value:
        case Literal(value=str()) if value.origin is not None and value.origin.path:
            yield value
        case Sequence(items=items):
            for item in items:
                yield from _single(item)
        case Conditional(then=then, otherwise=otherwise):
            yield from _single(then)
            yield from _single(otherwise)
        case _:
            pass


def _right(action: str) -> tuple[str, bool] | None:
    """Return the action that *action* is meant to be, and whether IAM rejects what is written."""
    prefix, colon, name = action.partition(":")
    if not colon or not name or any(mark in action for mark in "*?${"):
        return None
    if (known := ACTIONS.get(action)) is not None:
        return None if is_action(action) else (known, False)
    if not (theirs := actions_of(prefix)):
        service = PREFIXES.get(prefix)
        return (f"{service}:{name}", True) if service is not None and is_action(f"{service}:{name}") else None
    if is_action(action):
        return None
    spelled = {snake(other): other for other in theirs}
    found = same_word(snake(name), spelled) or misspelt(snake(name), spelled)
    return (f"{prefix}:{spelled[found[0]]}", False) if len(found) == 1 else None
