"""Argument of something that the provider, or its service, gave up.

Nothing takes its place: tags on what cannot be tagged, accelerators that AWS no longer has, a switch that another
argument implies. The provider rejects it, and so do the classes of CDKTF, so that nothing can be planned. The argument
goes; a comment on it lowers the fix to unsafe, since it would go too.

Only what is on the list goes, and tags of types that have none. What has a successor is renamed or moved instead, and
what is merely unknown is reported by `unknown-argument`.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import RemoveArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.misfits import Way, misfits
from iacfix.transforms.model import Component
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="TF022",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("hcl", "cdktf"),
    neighbours={"terraform": "Unsupported argument, Unsupported block type"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what there is no more, and nothing in its place."""
    for misfit in misfits(component):
        if misfit.way is Way.DROP:
            body = misfit.body
            edit = RemoveArgument(body.resource, body.mapping, misfit.entry)
            removed = f"{body.resource.address}.{misfit.argument}"
            fix = Fix("take it out", Tier.SAFE, Impact.CREATE, (edit,), removes=(removed,), note=misfit.reason)
            message = f"{body.resource.type} has no {misfit.word} {misfit.argument}: {misfit.reason}"
            place = (body.module, body.resource, misfit.entry, misfit.argument)
            yield Finding(message, *place, Severity.BLOCKER, (fix,))
