"""Argument that the provider does not know.

The provider's schema has no argument or block of this name there, so that nothing can be planned; the classes of CDKTF,
which are made of that schema, stop with a TypeError. Where the schema, or
a list of names that people often write, leaves one clear answer, the argument gets its right name: another number
(``taints`` for ``taint``), another spelling, what an older version of the provider called it. Its value stays as it is.

Where one name is no more than likely (the one required argument that is missing, for the one that nobody knows; the
only name that has that word and one more), it is given with ``--fresh``.

Where there is none, the names that come near are listed. Taking away what the provider does not know would silence the
error and lose what was meant, and so it is never done here.

https://developer.hashicorp.com/terraform/language/resources/syntax
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import RenameArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.misfits import Misfit, Way, misfits
from iacfix.transforms.model import Component
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="TF020",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.FRESH),
    languages=("hcl", "cdktf"),
    neighbours={"terraform": "Unsupported argument, Unsupported block type"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what no schema knows and what has no other clear answer."""
    for misfit in misfits(component):
        if misfit.way is Way.RENAME or (misfit.way is Way.NONE and not misfit.known):
            body = misfit.body
            message = f"{body.owner} has no {misfit.word} {misfit.argument}"
            fixes = (_renamed(misfit),) if misfit.way is Way.RENAME else ()
            place = (body.module, body.resource, misfit.entry, misfit.argument)
            yield Finding(message, *place, Severity.BLOCKER, fixes, "" if fixes else _advice(misfit))


def _renamed(misfit: Misfit) -> Fix:
    body = misfit.body
    edit = RenameArgument(body.resource, body.mapping, misfit.entry, misfit.name)
    return Fix(f"call it {misfit.name}", Tier.FRESH if misfit.likely else Tier.SAFE, Impact.CREATE, (edit,))


def _advice(misfit: Misfit) -> str:
    if misfit.reason:
        return misfit.reason
    if not misfit.candidates:
        return "look up what the provider calls it"
    return f"perhaps {' or '.join(misfit.candidates)} is meant"
