"""The region that a resource is made in: that of its provider."""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.model import Component, Kind, Module, Reference, Resource, Value
from iacfix.transforms.resolve import resolve


def is_of_provider(component: Component, module: Module, resource: Resource, value: Value) -> bool:
    """Say whether *value* is the region that the provider of *resource* works in."""
    regions = list(_regions(component, module, provider_name(resource)))
    mine = resolve(component, module, value)
    for root, region in regions:
        if region == value and root is module:
            continue
        theirs = resolve(component, root, region) if region is not None else None
        if mine is None or theirs is None or {one.value for one in theirs} != {one.value for one in mine}:
            return False
    return bool(regions)


def _regions(component: Component, module: Module, name: str) -> Iterator[tuple[Module, Value | None]]:
    """Yield the regions of the providers that *name*, or no name, stands for in *module*."""
    for root in (module,) if name else {module: None, **dict.fromkeys(component.roots(module))}:
        for provider in root.of(Kind.PROVIDER):
            if name == provider.name or (not name and _is_default(provider)):
                yield root, provider.get("region")


def _is_default(provider: Resource) -> bool:
    return "aws" in {provider.type, provider.name} and not {"alias"} & (provider.meta.names | provider.body.names)


def provider_name(resource: Resource) -> str:
    """Return the name of the provider that *resource* asks for; empty where it takes the default one."""
    match resource.meta.get("provider"):
        case Reference(name=name):
            return name
        case _:
            return ""
