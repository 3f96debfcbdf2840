"""Type of resource that CloudFormation does not have.

"Template format error: Unrecognized resource types". Types are written in one spelling: ``AWS::EC2::NatGateway``, not
``NATGateway``; and some have another name than in the console or in Terraform, such as
``AWS::EC2::SubnetRouteTableAssociation``. Where one type differs from what is written only in case, number or a letter,
or is on the list of such names, the type is corrected, which is safe: no template that has the other one can be
deployed.

Things that are no resources in CloudFormation at all, such as the account's password policy, are reported with what to
do instead. Types that are simply not on our list may be newer than it, or private ones, and are left alone.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from iacfix.transforms.edits import RetypeResource
from iacfix.transforms.facts.cloudformation import resource_type, type_names
from iacfix.transforms.facts.moved_cloudformation import NO_TYPES, TYPES
from iacfix.transforms.facts.twins import snake
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.likeness import misspelt, same_word
from iacfix.transforms.model import Component, Kind
from iacfix.transforms.properties import rewritten
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="CFN016",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E3006"},
)

OWNER = "AWS::"
# Those that SAM makes something else of, and what has no schema.
OTHERS = ("AWS::Serverless::", "AWS::CloudFormation::CustomResource", "AWS::CDK::")


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the types that are nearly, or surely not, types of CloudFormation."""
    for module in component.modules:
        if rewritten(module):
            continue
        for resource in module.of(Kind.RESOURCE):
            type_ = resource.source_type
            if not type_.lower().startswith("aws::") or type_.startswith(OTHERS) or type_.endswith("::MODULE"):
                continue
            if resource_type(type_) is not None:
                continue
            meant, advice = _meant(type_), NO_TYPES.get(type_, "")
            if len(meant) != 1 and not advice:
                continue
            fixes = (_retyped(meant[0], RetypeResource(module, resource, meant[0])),) if len(meant) == 1 else ()
            message = f"CloudFormation has no type {type_}"
            yield Finding(message, module, resource, resource, "Type", Severity.BLOCKER, fixes, advice)


def _retyped(type_: str, edit: RetypeResource) -> Fix:
    return Fix(f"write {type_}", Tier.SAFE, Impact.CREATE, (edit,))


@lru_cache(maxsize=256)
def _meant(type_: str) -> tuple[str, ...]:
    """Return the types that *type_* may be a misspelling of."""
    if (known := TYPES.get(type_)) is not None:
        return (known,)
    cased = tuple(name for name in type_names() if name.lower() == type_.lower())
    if cased:
        return cased
    _, _, rest = type_.partition("::")
    service, _, name = rest.partition("::")
    services = {each.split("::")[1] for each in type_names()}
    near = [each for each in services if each.lower() == service.lower()] or _spelled(service, services)
    found: list[str] = []
    for each in near:
        mine = {other.split("::")[2] for other in type_names() if other.startswith(f"{OWNER}{each}::")}
        same = [other for other in mine if other.lower() == name.lower()] or _spelled(name, mine)
        found += [f"{OWNER}{each}::{other}" for other in same]
    return tuple(sorted(found))


def _spelled(name: str, others: set[str]) -> list[str]:
    spelled = {snake(other): other for other in others}
    return [spelled[found] for found in same_word(snake(name), spelled) or misspelt(snake(name), spelled)]
