"""Settings of providers in a place where Terraform does not read them.

``required_providers`` and ``backend`` belong into a ``terraform`` block; at the top of a file Terraform rejects them.
They are moved there as they are, which is safe: nothing could be initialised before.

A module that configures a provider for itself cannot be called with ``count``, ``for_each`` or ``depends_on``. Who is
to configure it instead is for a person to say.

https://developer.hashicorp.com/terraform/language/modules/develop/providers
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from iacfix.transforms.edits import Edit, InsertArgument, InsertResource, RemoveResource
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Entry, Kind, Mapping, Module, Resource
from iacfix.transforms.providers import misplaced
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="TF018",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("hcl",),
    neighbours={"terraform": "Unsupported block type, Module is incompatible with count, for_each, and depends_on"},
)

REPEATS = ("count", "for_each", "depends_on")


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the settings outside of their block, and the modules that configure what their callers should."""
    for module in component.modules:
        for resource in misplaced(module):
            message = f"{resource.type} stands outside of a terraform block"
            edits = (*_moved(module, resource), RemoveResource(module, resource))
            fix = Fix("move it into the terraform block", Tier.SAFE, Impact.NONE, edits)
            yield Finding(message, module, resource, resource, "", Severity.BLOCKER, (fix,))
    for call in component.calls:
        repeated = [name for name in REPEATS if call.resource.meta.entry(name)]
        configured = [provider for provider in call.module.of(Kind.PROVIDER) if provider.body.entries]
        if repeated and configured:
            message = f"{call.resource.address} has {repeated[0]}, and the module configures {configured[0].address}"
            advice = "configure the provider where the module is called, and pass it with providers"
            at = call.resource.meta.entry(repeated[0]) or call.resource
            yield Finding(message, call.caller, call.resource, at, repeated[0], Severity.BLOCKER, advice=advice)


def _moved(module: Module, resource: Resource) -> Iterator[Edit]:
    block = replace(resource.body, labels=(resource.name,) if resource.name else ())
    settings = next((each for each in module.of(Kind.SETTINGS) if each.body.origin is not None), None)
    if settings is not None:
        yield InsertArgument(settings, settings.body, resource.type, block)
    else:
        yield InsertResource(module, Resource(Kind.SETTINGS, "terraform", "", Mapping((Entry(resource.type, block),))))
