"""Block that is written as an argument.

``settings = { ... }`` looks like a block and is an argument that is set to an object, which the provider's schema does
not have there: Terraform stops with "Unsupported argument". The object becomes a block, a list of objects becomes one
block for each, and ``true`` for a block that is switched by ``enabled`` becomes ``{ enabled = true }``. What stands
inside keeps its text and comments.

An expression (a variable, ``[for ...]``) would need a ``dynamic`` block, and so is only reported. Arguments that take
both forms, such as ``ingress`` of a security group, are left alone.

https://developer.hashicorp.com/terraform/language/attr-as-blocks
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import InsertArgument, RemoveArgument, ToBlock
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.misfits import Misfit, Way, is_block, misfits
from iacfix.transforms.model import Component, Entry, Mapping
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="TF023",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("hcl",),
    neighbours={"terraform": "Unsupported argument: did you mean to define a block?"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the blocks that are written with an equals sign."""
    for misfit in misfits(component):
        if misfit.known and not is_block(misfit.entry.value) and misfit.body.accepts.block(misfit.entry.name):
            body = misfit.body
            message = f"{misfit.argument} of {body.resource.type} is a block, not an argument"
            place = (body.module, body.resource, misfit.entry, misfit.argument)
            fixes = tuple(_fixes(misfit))
            advice = "" if fixes else f'write a block, or dynamic "{misfit.entry.name}" for a list that is computed'
            yield Finding(message, *place, Severity.BLOCKER, fixes, advice)


def _fixes(misfit: Misfit) -> Iterator[Fix]:
    body, entry = misfit.body, misfit.entry
    if misfit.way is Way.BLOCK:
        yield Fix("write it as a block", Tier.SAFE, Impact.CREATE, (ToBlock(body.resource, body.mapping, entry),))
    elif misfit.way is Way.SWITCH:
        block = Mapping((Entry(misfit.name, entry.value),), block=True)
        edits = (
            RemoveArgument(body.resource, body.mapping, entry),
            InsertArgument(body.resource, body.mapping, entry.name, block),
        )
        yield Fix(f"write it as a block with {misfit.name}", Tier.SAFE, Impact.CREATE, edits)
