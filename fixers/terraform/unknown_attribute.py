"""Attribute that a resource does not have.

``aws_lb.main.dns`` reads like English, but the provider calls it ``dns_name``; Terraform stops with "Unsupported
attribute". Where one attribute is meant, by a list of names that people often write, by its spelling, or because it
repeats what it belongs to (``aws_sqs_queue.main.queue_arn``), the reference gets its name; where it stands in a block
that is there once (``certificate_authority[0].data`` of an EKS cluster), it gets the way there. The others are reported
with the attributes that come near.

Only references to what the same module declares are looked at, and only attributes that no version of the provider has
that the module may run with. In CDKTF, Python stops with an AttributeError; what every construct has is known there.

https://developer.hashicorp.com/terraform/language/expressions/references
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.facts.constructs import is_member
from iacfix.transforms.facts.moved_terraform import ATTRIBUTES
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.likeness import COMMON, like, misspelt, of_itself, same_word, words
from iacfix.transforms.model import Component, Index, Kind, Literal, Module, Reference, Resource, Step
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.schema import Accepted, schemas_in

fixer = Fixer(
    __name__,
    code="TF029",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("hcl", "cdktf"),
    neighbours={"terraform": "Unsupported attribute"},
)

FIRST = Index(Literal(0))


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the references to attributes that what they refer to does not have."""
    for module in component.modules:
        readable = schemas_in(component, module)
        for user in module.resources if readable else ():
            for found in user.references:
                yield from _finding(found, user, module, readable)


Readable = dict[tuple[Kind, str, str], Accepted]


def _finding(found: Reference, user: Resource, module: Module, readable: Readable) -> Iterator[Finding]:
    position = next((i for i, step in enumerate(found.path) if isinstance(step, str)), None)
    if position is None or position > 1 or (accepts := readable.get(found.target)) is None or found.origin is None:
        return
    attribute, behind = str(found.path[position]), found.path[position + 1 :]
    meant: list[tuple[Step, ...]]
    in_python = module.language == "cdktf"
    if in_python and is_member(attribute):
        return
    if not accepts.reads(attribute):
        message = f"{found.type} has no attribute {attribute}"
        meant = [(name,) for name in _meant(found, attribute, accepts.readable())]
        meant = meant or ([] if in_python else list(_ways(attribute, accepts)))
    elif behind and isinstance(behind[0], str) and not in_python and accepts.is_list(attribute):
        message = f"{attribute} of {found.type} is a list, which has no attribute {behind[0]}"
        meant = [(attribute, FIRST)] if accepts.is_single(attribute) else []
    else:
        return
    fixes: tuple[Fix, ...] = ()
    if len(meant) == 1:
        new = found.but(path=(*found.path[:position], *meant[0], *behind))
        fixes = (Fix("read what is there", Tier.SAFE, Impact.CREATE, (Replace(found, new.in_place_of(found)),)),)
    near = like(attribute, accepts.readable())
    advice = "" if fixes else f"perhaps {' or '.join(near)} is meant" if near else "look up what it can be asked for"
    argument = f"{found.type}.{found.name}.{attribute}"
    yield Finding(message, module, user, found, argument, Severity.BLOCKER, fixes, advice)


def _meant(found: Reference, attribute: str, names: list[str]) -> list[str]:
    """Return the attributes that *attribute* may mean, those that are as likely as each other."""
    kind = "data." if found.kind is Kind.DATA else ""
    given = ATTRIBUTES.get(f"{kind}{found.type}", {}).get(attribute)
    if given in names:
        return [given]
    context = words(found.type)[1:]
    ways = (same_word(attribute, names), misspelt(attribute, names), of_itself(attribute, names, {*context, "url"}))
    return next((way for way in ways if way), [])


def _ways(attribute: str, accepts: Accepted, depth: int = 2) -> Iterator[tuple[Step, ...]]:
    """Yield the ways to *attribute* through what is there once."""
    for name in accepts.readable() if depth else ():
        if accepts.is_single(name) and attribute not in COMMON:
            inside = accepts.within(name)
            if inside.reads(attribute):
                yield name, FIRST, attribute
            yield from ((name, FIRST, *way) for way in _ways(attribute, inside, depth - 1))
