"""Statement of a policy with a key or a principal that IAM does not take.

A statement has ``Action`` and ``Resource``, however many there are of them, and IAM rejects the policy with any other
key: "MalformedPolicyDocument". A principal is ``*``, or says of what kind it is: ``Service``, ``AWS``, ``Federated``.

A key that is one of those in another number or case gets its name, and a service or an account that stands alone its
kind, which is safe: no policy could be made of it. What a statement has twice so, and every other key, is left alone.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import RenameArgument, Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Entry, Kind, Literal, Mapping, Module, Resource, Sequence, dotted, walk
from iacfix.transforms.properties import rewritten
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="IAM006",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E3510, E3512, E3530"},
)

EFFECT, PRINCIPAL = "Effect", "Principal"
KEYS = ("Sid", EFFECT, PRINCIPAL, "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition")
SERVICE = re.compile(r"[a-z0-9.-]+\.amazonaws\.com")
ACCOUNT = re.compile(r"\d{12}|arn:[\w-]+:(?:iam|sts)::\d{12}:\S+")


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what statements have that IAM does not know."""
    for module in component.modules:
        if rewritten(module):
            continue
        for resource in module.of(Kind.RESOURCE):
            for path, value in walk(resource.written):
                if isinstance(value, Mapping) and (stated := value.get("Statement")) is not None:
                    several = stated.items if isinstance(stated, Sequence) else (stated,)
                    for statement in several:
                        if isinstance(statement, Mapping) and isinstance(statement.get(EFFECT), Literal):
                            yield from _wrong(module, resource, (*path, "Statement"), statement)


def _wrong(module: Module, resource: Resource, path: tuple[str, ...], statement: Mapping) -> Iterator[Finding]:
    for entry in statement.entries:
        at = (module, resource, entry, dotted((*path, entry.name)), Severity.BLOCKER)
        right = _key(entry.name, statement)
        if right:
            edit = RenameArgument(resource, statement, entry, right)
            fix = Fix(f"call it {right}", Tier.SAFE, Impact.CREATE, (edit,))
            yield Finding(f"a statement has no {entry.name}", *at, (fix,))
        elif entry.name == PRINCIPAL and (kind := _kind(entry)):
            new = Mapping((Entry(kind, entry.value),)).in_place_of(entry.value)
            fix = Fix(f"say that it is of the kind {kind}", Tier.SAFE, Impact.CREATE, (Replace(entry.value, new),))
            yield Finding("a principal is * or says of what kind it is", *at, (fix,))


def _key(name: str, statement: Mapping) -> str:
    """Return the key that *name* is in another case or number, where the statement does not have it yet."""
    if name in KEYS or not name:
        return ""
    plain = name.lower().removesuffix("s")
    found = next((key for key in KEYS if key.lower() == plain), "")
    opposite = found.removeprefix("Not") if found.startswith("Not") else f"Not{found}"
    return found if found and not {found, opposite} & statement.names else ""


def _kind(entry: Entry) -> str:
    match entry.value:
        case Literal(value=str() as text) if SERVICE.fullmatch(text):
            return "Service"
        case Literal(value=str() as text) if ACCOUNT.fullmatch(text):
            return "AWS"
        case _:
            return ""
