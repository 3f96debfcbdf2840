"""Availability zone that is written in the template.

``us-east-1a`` is a zone of one region: in every other one the stack cannot be made. Nor can an account name the zones
of another, as each has letters of its own.

The zone becomes ``!Select [0, !GetAZs '']``, the first letter that the template names the first zone of the region, and
so on. Where something is deployed already the zone may turn out to be another one, which replaces it: this wants
``--fresh``. Zones of more than one region, local zones, and templates that the CDK wrote for one region are left alone.
``!GetAZs us-east-1`` becomes that of the stack's region in the same way.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getavailabilityzones.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Call, Component, Kind, Literal, Module, Resource, dotted
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import written

fixer = Fixer(
    __name__,
    code="CFN045",
    since="0.1.0",
    tiers=(Tier.FRESH,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "W3010"},
)

ZONE = re.compile(r"(?P<region>[a-z]{2}(?:-[a-z]+)+-\d)(?P<letter>[a-f])")
REGION = re.compile(r"[a-z]{2}(?:-[a-z]+)+-\d")
ARGUMENT = re.compile(r"(?:preferred_?)?availability_?zones?", re.IGNORECASE)
OF_CDK = "AWS::CDK::Metadata"
FEWEST = 2
"""Zones that every region has (us-west-1 shows two to most accounts)."""


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the zones that are written out."""
    for module in component.modules:
        if any(resource.source_type == OF_CDK for resource in module.of(Kind.RESOURCE)):
            continue
        yield from _lists(module)
        found = list(_zones(module))
        regions = {zone["region"] for _, _, _, zone in found}
        letters = sorted({zone["letter"] for _, _, _, zone in found})
        for resource, path, value, zone in found:
            message = f"availability zone {zone[0]} is written out"
            where = (module, resource, value, dotted(path), Severity.RISK)
            if len(regions) > 1:
                yield Finding(message, *where, advice="take the zones of the region that the stack is made in")
                continue
            chosen = Call("Fn::Select", (Literal(letters.index(zone["letter"])), Call("Fn::GetAZs", (Literal(""),))))
            note = "the region must have three zones and more" if len(letters) > FEWEST else ""
            edits = (Replace(value, chosen.in_place_of(value)),)
            yield Finding(
                message, *where, (Fix("take it from the region", Tier.FRESH, Impact.REPLACE, edits, note=note),)
            )


def _lists(module: Module) -> Iterator[Finding]:
    """Yield the lists of the zones of a region that is written out."""
    lists = [
        (resource, path, region)
        for resource in module.of(Kind.RESOURCE)
        for path, value in written(resource)
        if isinstance(value, Call) and value.name == "Fn::GetAZs"
        for region in value.arguments
        if isinstance(region, Literal) and REGION.fullmatch(str(region.value))
    ]
    if len({region.value for _, _, region in lists}) != 1:
        return
    for resource, path, region in lists:
        edit = Replace(region, Literal("").in_place_of(region))
        fix = Fix("take them from the region of the stack", Tier.FRESH, Impact.REPLACE, (edit,))
        message = f"zones of {region.value}, whatever the region"
        yield Finding(message, module, resource, region, dotted(path), Severity.RISK, (fix,))


def _zones(module: Module) -> Iterator[tuple[Resource, tuple[str, ...], Literal, re.Match[str]]]:
    """Yield the zones in arguments that take zones."""
    for resource in module.of(Kind.RESOURCE):
        for path, value in written(resource):
            names = [step for step in path if not step.startswith("[")]
            if (
                isinstance(value, Literal)
                and isinstance(value.value, str)
                and names
                and ARGUMENT.fullmatch(names[-1])
                and (zone := ZONE.fullmatch(value.value))
            ):
                yield resource, path, value, zone
