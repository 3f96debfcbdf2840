"""Argument that is written as a block.

``tags { ... }`` was legal before Terraform 0.12; since then an argument that takes a map wants its equals sign, and
Terraform stops with "Unsupported block type". The sign is put in. A block that holds nothing but ``enabled``, for an
argument that is true or false, becomes that argument.

Several blocks of one name, and blocks with blocks in them, have no one map to become, and so are only reported.

https://developer.hashicorp.com/terraform/language/v1.1.x/upgrade-guides/0-12
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import ToArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.misfits import Misfit, Way, is_block, misfits
from iacfix.transforms.model import Component
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="TF024",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("hcl",),
    neighbours={"terraform": "Unsupported block type: did you mean to define an argument?"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the arguments that are written without an equals sign."""
    for misfit in misfits(component):
        if misfit.known and is_block(misfit.entry.value) and misfit.way is not Way.UNWRAP:
            body = misfit.body
            message = f"{misfit.argument} of {body.resource.type} is an argument, not a block"
            place = (body.module, body.resource, misfit.entry, misfit.argument)
            fixes = tuple(Fix("write it as an argument", Tier.SAFE, Impact.CREATE, (edit,)) for edit in _edits(misfit))
            advice = "" if fixes else f"set {misfit.entry.name} to a single value"
            yield Finding(message, *place, Severity.BLOCKER, fixes, advice)


def _edits(misfit: Misfit) -> Iterator[ToArgument]:
    body, entry = misfit.body, misfit.entry
    if misfit.way is Way.ARGUMENT:
        yield ToArgument(body.resource, body.mapping, entry)
    elif misfit.way is Way.SWITCH:
        yield ToArgument(body.resource, body.mapping, entry, of=misfit.name)
