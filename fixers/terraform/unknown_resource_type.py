"""Resource type that the provider does not have.

``aws_s3_bucket_encryption`` and its like never existed, or exist under another name, and Terraform stops before it
plans anything. Where one type is meant, by a list of such names or because a single type has nearly the same name and
takes every argument that is given, the declaration gets that type, and all references to it follow. What stands in
it stays; arguments that are called otherwise there are the business of `unknown-argument`.

Types of which the provider's facts know nothing better are only reported, with those that come near.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, Replace, RetypeResource
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.likeness import like
from iacfix.transforms.mistyped import meant_types, types_instead
from iacfix.transforms.model import Component, Kind, Module, Reference, Resource
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.schema import versions_of

fixer = Fixer(
    __name__,
    code="TF025",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("hcl",),
    neighbours={"terraform": "Invalid resource type"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what is declared of types that no version of the provider has."""
    for module in component.modules:
        versions = versions_of(component, module)
        for resource in module.of(Kind.RESOURCE, Kind.DATA):
            if not (known := types_instead(versions, module, resource)):
                continue
            meant = meant_types(versions, module, resource)
            fix = _fix(module, resource, meant[0]) if len(meant) == 1 else None
            message = f"there is no {resource.kind} type {resource.type}"
            advice = f"perhaps {' or '.join(meant or like(resource.type, known)) or 'another provider'} is meant"
            fixes = (fix,) if fix else ()
            yield Finding(message, module, resource, resource, "", Severity.BLOCKER, fixes, "" if fixes else advice)


def _fix(module: Module, resource: Resource, new: str) -> Fix | None:
    """Return what gives *resource* and all that refers to it the type *new*, unless its name is taken there."""
    if module.find(resource.kind, new, resource.name) is not None:
        return None
    edits: list[Edit] = [RetypeResource(module, resource, new)]
    edits += [Replace(found, found.but(type=new).in_place_of(found)) for found in _mentions(module, resource)]
    return Fix(f"declare a {new}", Tier.SAFE, Impact.CREATE, tuple(edits), removes=(resource.address,))


def _mentions(module: Module, resource: Resource) -> Iterator[Reference]:
    for other in module.resources:
        yield from (found for found in other.references if found.target == resource.key)
