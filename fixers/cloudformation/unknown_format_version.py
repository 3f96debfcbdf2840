"""Version of the template's format that there is not.

``AWSTemplateFormatVersion`` has one value, ``2010-09-09``: it is the day of the format, and neither that of the
template nor that of its policies. CloudFormation rejects the template with another one.

That day is written there, which is safe: no stack could be made before.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/format-version-structure.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="CFN056",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E1001"},
)

VERSION = "2010-09-09"


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the versions that there are not."""
    for module in component.modules:
        for section in module.of(Kind.OTHER):
            said = section.get("value") if section.name == "AWSTemplateFormatVersion" else None
            if isinstance(said, Literal) and said.origin is not None and str(said.value)[:10] != VERSION:
                edit = Replace(said, Literal(VERSION).in_place_of(said))
                fix = Fix(f"write {VERSION}", Tier.SAFE, Impact.CREATE, (edit,))
                message = f"there is no version {said.value} of the format"
                yield Finding(message, module, section, said, "", Severity.BLOCKER, (fix,))
