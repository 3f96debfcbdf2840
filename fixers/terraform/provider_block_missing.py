"""Region that is asked for and given to no provider.

A root module declares a variable for the region, nothing reads it, and no ``provider "aws"`` block is there to be given
it. Terraform then takes the region from the environment of whoever runs it, and fails where that has none.

The block is added with ``--unsafe``: where the environment says another region, everything would move.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs#region-1
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import InsertResource
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Resource, mapping
from iacfix.transforms.providers import is_whole, used
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(__name__, code="TF019", since="0.1.0", tiers=(Tier.UNSAFE,), languages=("hcl",), closed_world=True)

REGIONS = ("aws_region", "region")


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the regions that are given to no provider."""
    for module in component.modules:
        region = next((r for name in REGIONS if (r := module.find(Kind.INPUT, "", name))), None)
        if region is None or not module.deployable or any(module.of(Kind.PROVIDER)) or module.users(region):
            continue
        users = used(module)
        if "aws" not in users or not is_whole(component, module):
            continue
        settings = next((r for r in module.of(Kind.SETTINGS) if r.origin is not None), None)
        added = Resource(Kind.PROVIDER, "", "aws", mapping(region=region.reference()))
        edit = InsertResource(module, added, after=settings, before=users["aws"])
        fix = Fix("configure the provider with it", Tier.UNSAFE, Impact.UNKNOWN, (edit,))
        yield Finding(f"{region.address} is given to no provider", module, region, region, "", Severity.RISK, (fix,))
