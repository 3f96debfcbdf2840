"""List where a class takes one block, or one block where it takes a list.

What Terraform writes as a block is a struct in CDKTF where it may stand there once, and a list of structs where it may
stand there often: ``vpc_config`` of a function takes one, ``expiration`` in a rule of a lifecycle configuration a list.
Python stops with a TypeError, or jsii with "Unable to deserialize value", before anything is synthesized.

One block is put into brackets, which get its class where its keys would be lost in a list; a list of one loses its
brackets. So do both in a dictionary that stands in a list, under keys in camel case or of one word, which are the ones
that are read there. ``True`` or a word for a block becomes one where there is one argument that it can be. That is a
repair, and safe. A list of several where one is wanted is only reported, and nothing is said where the versions of the
provider that the program may run with differ.

https://developer.hashicorp.com/terraform/cdktf/concepts/resources
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, Replace, UnwrapList, WrapInList
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Entry, Literal, Mapping, Sequence, Template, Value
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.schema import Body, bodies
from iacfix.transforms.structs import Spot, as_struct, fates, in_keywords, spots, within

fixer = Fixer(
    __name__,
    code="CDK002",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cdktf",),
    neighbours={"python": "TypeError: type of argument ... must be", "jsii": "Unable to deserialize value"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the arguments that are given one for many, or many for one."""
    for body in bodies(component):
        for spot in spots(body):
            many = {struct.many for struct in spot.accepts.struct(spot.keyword)}
            match spot.value:
                case Mapping() as block if many == {True}:
                    yield _finding(body, spot, "a list of blocks", _wrapped(body, block, spot))
                case Sequence() as blocks if many == {False}:
                    yield _finding(body, spot, "one block", _unwrapped(body, blocks, spot))
                case Literal(value=str() | bool()) | Template() as scalar if many == {False}:
                    yield _finding(body, spot, "one block", _around(scalar, spot))
                case _:
                    pass


def _around(scalar: Value, spot: Spot) -> list[Edit] | None:
    """Return what writes a block around *scalar*, where it has one argument that it can be."""
    inside = within(spot.accepts, spot.keyword)
    arguments = {argument.name: argument.type for argument in inside.arguments()} if inside else {}
    truth = isinstance(scalar, Literal) and isinstance(scalar.value, bool)
    needed = inside.needs if inside else ()
    likely = ["enabled"] if truth else list(needed or arguments)
    fits = len(likely) == 1 and arguments.get(likely[0]) == ("bool" if truth else "string") and {*needed} <= {*likely}
    return [Replace(scalar, Mapping((Entry(likely[0], scalar),)))] if fits else None


def _finding(body: Body, spot: Spot, wanted: str, edits: list[Edit] | None) -> Finding:
    message = f"{spot.path} of {body.owner} takes {wanted}"
    title = "put it into brackets" if wanted.startswith("a list") else "take the brackets away"
    title = "write it as a block" if edits and isinstance(edits[0], Replace) else title
    fixes = (Fix(title, Tier.SAFE, Impact.CREATE, tuple(edits)),) if edits else ()
    advice = "" if fixes else f"give it {wanted}"
    return Finding(message, body.module, body.resource, spot.at, spot.path, Severity.BLOCKER, fixes, advice)


def _wrapped(body: Body, block: Mapping, spot: Spot) -> list[Edit] | None:
    inside = within(spot.accepts, spot.keyword)
    wrap = WrapInList(block)
    if block.type or inside is None or all(fate.kept for fate in fates(block, inside)):
        return [wrap]
    if spot.handed_over:
        return None  # a struct in a dictionary; the dictionary around becomes one first
    struct = as_struct(body, block, spot.accepts, spot.keyword)
    return None if struct is None else [wrap, *struct]


def _unwrapped(body: Body, blocks: Sequence, spot: Spot) -> list[Edit] | None:
    inside = within(spot.accepts, spot.keyword)
    match blocks.items:
        case (Mapping() as only,) if inside is not None:
            keys = [] if only.type or spot.handed_over else in_keywords(body, only, inside)
            return None if keys is None else [UnwrapList(blocks), *keys]
        case _:
            return None
