"""List where a class takes one block, or one block where it takes a list.

What Terraform writes as a block is a struct in CDKTF where it may stand there once, and a list of structs where it may
stand there often: ``vpc_config`` of a function takes one, ``expiration`` in a rule of a lifecycle configuration a list.
Python stops with a TypeError, or jsii with "Unable to deserialize value", before anything is synthesized.

One block is put into brackets, which get its class where its keys would be lost in a list; a list of one loses its
brackets; ``True`` or a word for a block becomes one where there is one argument that it can be. That is a repair, and
safe. A list of several where one is wanted is only reported, and nothing is said where
the versions of the provider that the program may run with differ.

https://developer.hashicorp.com/terraform/cdktf/concepts/resources
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, Replace, UnwrapList, WrapInList
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Entry, Literal, Mapping, Sequence, Template, Value
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.schema import Body, bodies, written
from iacfix.transforms.structs import as_struct, fates, in_keywords, within

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
        for entry in body.mapping.entries if not body.accepts.open else ():
            many = {struct.many for struct in body.accepts.struct(entry.name)}
            match written(component, body.module, entry.value):
                case Mapping() as block if many == {True}:
                    yield _finding(body, entry, "a list of blocks", _wrapped(body, block, entry))
                case Sequence() as blocks if many == {False}:
                    yield _finding(body, entry, "one block", _unwrapped(body, blocks, entry))
                case Literal(value=str() | bool()) | Template() as scalar if many == {False}:
                    yield _finding(body, entry, "one block", _around(body, scalar, entry))
                case _:
                    pass


def _around(body: Body, scalar: Value, entry: Entry) -> list[Edit] | None:
    """Return what writes a block around *scalar*, where it has one argument that it can be."""
    inside = within(body.accepts, entry.name)
    arguments = {argument.name: argument.type for argument in inside.arguments()} if inside else {}
    truth = isinstance(scalar, Literal) and isinstance(scalar.value, bool)
    needed = inside.needs if inside else ()
    likely = ["enabled"] if truth else list(needed or arguments)
    fits = len(likely) == 1 and arguments.get(likely[0]) == ("bool" if truth else "string") and {*needed} <= {*likely}
    return [Replace(scalar, Mapping((Entry(likely[0], scalar),)))] if fits else None


def _finding(body: Body, entry: Entry, wanted: str, edits: list[Edit] | None) -> Finding:
    path = body.to(entry.name)
    message = f"{path} of {body.owner} takes {wanted}"
    title = "put it into brackets" if wanted.startswith("a list") else "take the brackets away"
    title = "write it as a block" if edits and isinstance(edits[0], Replace) else title
    fixes = (Fix(title, Tier.SAFE, Impact.CREATE, tuple(edits)),) if edits else ()
    advice = "" if fixes else f"give it {wanted}"
    return Finding(message, body.module, body.resource, entry.value, path, Severity.BLOCKER, fixes, advice)


def _wrapped(body: Body, block: Mapping, entry: Entry) -> list[Edit] | None:
    inside = within(body.accepts, entry.name)
    wrap = WrapInList(block)
    if block.type or inside is None or all(fate.kept for fate in fates(block, inside)):
        return [wrap]
    struct = as_struct(body, block, body.accepts, entry.name)
    return None if struct is None else [wrap, *struct]


def _unwrapped(body: Body, blocks: Sequence, entry: Entry) -> list[Edit] | None:
    inside = within(body.accepts, entry.name)
    match blocks.items:
        case (Mapping() as only,) if inside is not None:
            keys = [] if only.type else in_keywords(body, only, inside)
            return None if keys is None else [UnwrapList(blocks), *keys]
        case _:
            return None
