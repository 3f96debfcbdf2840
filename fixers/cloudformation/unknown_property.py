"""Property that the type does not have.

CloudFormation validates each resource against the schema of its type and stops at the first property that is not in
it: "Encountered unsupported property". Where the schema, or a list of names that people often write, leaves one clear
answer, the property gets its right name: another case (``RoleARN`` for ``RoleArn``), another number, another spelling,
what Terraform or the service's own API call it. Its value stays as it is.

That is safe, because the resource could not be created as it was written. Where there is no single answer, the names
that come near are listed; taking away what is not accepted would silence the error and lose what was meant, and so it
is never done here. Custom resources, modules and templates that a macro rewrites are left alone.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import RenameArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.misplaced import Misfit, Way, misfits
from iacfix.transforms.model import Component
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="CFN010",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E3002"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what no schema knows and what has no other clear answer."""
    for misfit in misfits(component):
        if misfit.way in {Way.RENAME, Way.NONE}:
            place = misfit.place
            message = f"{place.type.name} has no property {misfit.argument}"
            fixes = (_renamed(misfit),) if misfit.way is Way.RENAME else ()
            at = (place.module, place.resource, misfit.entry, misfit.argument)
            yield Finding(message, *at, Severity.BLOCKER, fixes, "" if fixes else _advice(misfit))


def _renamed(misfit: Misfit) -> Fix:
    edit = RenameArgument(misfit.place.resource, misfit.place.mapping, misfit.entry, misfit.name)
    return Fix(f"call it {misfit.name}", Tier.SAFE, Impact.CREATE, (edit,))


def _advice(misfit: Misfit) -> str:
    if misfit.reason:
        return misfit.reason
    if not misfit.candidates:
        return "look up what the type calls it"
    return f"perhaps {' or '.join(misfit.candidates)} is meant"
