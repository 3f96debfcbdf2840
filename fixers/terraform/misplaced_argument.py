"""Argument that belongs one block further in or out.

The provider knows an argument of this name, but not where it is written: beside the block that it belongs into
(``subnet_ids`` of a Lambda function, which ``vpc_config`` holds), or inside of one that there is not
(``deployment_configuration`` of an ECS service, whose limits stand in the service itself). Nothing can be planned, or
synthesized.

Where exactly one place takes it, the argument moves there, with its value and comments; blocks that are left with
nothing of their own go, and blocks that hold nothing else are made. What a resource of its own took over
(``rotation_rules`` of a secret) moves into that resource, where the file has one. Names that many blocks have, such as
``name`` or ``enabled``, do not say which one is meant: they are only reported.

https://developer.hashicorp.com/terraform/language/syntax/configuration
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, InsertArgument, MoveArgument, RemoveArgument, UnwrapBlock
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.misfits import Misfit, Way, misfits
from iacfix.transforms.model import Component, Entry, Mapping
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="TF021",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("hcl", "cdktf"),
    neighbours={"terraform": "Unsupported argument, Unsupported block type"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what belongs into another body of the same resource."""
    found = misfits(component)
    for misfit in found:
        body, name = misfit.body, misfit.entry.name
        place = (body.module, body.resource, misfit.entry, misfit.argument, Severity.BLOCKER)
        match misfit.way:
            case Way.UNWRAP:
                message = f"what {body.owner} is given in {misfit.argument} belongs beside it"
                yield Finding(message, *place, (_unwrapped(misfit),))
            case Way.LIFT:
                message = f"{misfit.argument} of {body.owner} belongs outside of the block"
                yield Finding(message, *place, tuple(_lifted(misfit)))
            case Way.SINK:
                together = [m for m in found if m.body is body and m.way is Way.SINK and m.name == misfit.name]
                message = f"{name} of {body.owner} belongs into {body.to(misfit.name)}"
                yield Finding(message, *place, (_sunk(misfit, together),))
            case Way.HOME if (home := misfit.home) is not None:
                message = f"{name} of {body.owner} belongs into {home.address}"
                move = MoveArgument(home, body.mapping, (misfit.entry,), home.body)
                yield Finding(message, *place, (_fix(f"move it into {home.address}", move),))
            case Way.NEST:
                message = f"{name} of {body.owner} belongs into {body.to(misfit.name)}"
                yield Finding(message, *place, (_nested(misfit),))
            case _:
                pass


def _fix(title: str, *edits: Edit) -> Fix:
    return Fix(title, Tier.SAFE, Impact.CREATE, edits)


def _unwrapped(misfit: Misfit) -> Fix:
    """Return what takes the braces away, and gives what they held the names that it has outside."""
    body = misfit.body
    names = tuple(new for _, new in misfit.names)
    unwrap = UnwrapBlock(body.resource, body.mapping, misfit.entry, names)
    return _fix(f"write it beside {misfit.entry.name}", unwrap)


def _lifted(misfit: Misfit) -> Iterator[Fix]:
    body, outer = misfit.body, misfit.body.outer
    if outer is not None and misfit.name == misfit.entry.name:
        edit = MoveArgument(body.resource, body.mapping, (misfit.entry,), outer.mapping)
        yield _fix("move it out of the block", edit)


def _nested(misfit: Misfit) -> Fix:
    """Return what makes the block that the name of a misfit begins with."""
    body, ((_, inner),) = misfit.body, misfit.names
    block = Mapping((Entry(inner, misfit.entry.value),), block=True)
    return _fix(
        f"write it as {inner} of {misfit.name}",
        RemoveArgument(body.resource, body.mapping, misfit.entry),
        InsertArgument(body.resource, body.mapping, misfit.name, block),
    )


def _sunk(misfit: Misfit, together: list[Misfit]) -> Fix:
    """Return what moves a misfit into its block, with all that goes there too."""
    body = misfit.body
    there = body.mapping.entry(misfit.name)
    into = there.value if there is not None and isinstance(there.value, Mapping) else misfit.name
    entries = tuple(each.entry for each in together)
    return _fix(f"move it into {misfit.name}", MoveArgument(body.resource, body.mapping, entries, into))
