"""Struct of one block where that of another is wanted.

``Wafv2WebAclVisibilityConfig`` belongs to the ACL, and ``Wafv2WebAclRuleVisibilityConfig`` to each of its rules: they
take the same, and CDKTF takes only its own in each place. Python stops with a TypeError, or jsii with "Unable to
deserialize value", before anything is synthesized.

Where the right struct knows all keywords that are given, it takes the other's place, and is imported: a repair, which
is safe. Otherwise it is only reported. Dictionaries, and structs where the versions of the provider differ, are left
alone.

https://developer.hashicorp.com/terraform/cdktf/concepts/resources
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.classes import Class, is_class, struct_of
from iacfix.transforms.edits import ToStruct
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component
from iacfix.transforms.packages import Package, package
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.schema import Body, bodies

fixer = Fixer(
    __name__,
    code="CDK008",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cdktf",),
    neighbours={"python": "TypeError: type of argument ... must be", "jsii": "Unable to deserialize value"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the structs that belong elsewhere."""
    taken = {(each.path, each.bound): each for each in component.imports}
    for body in bodies(component):
        origin, wanted = body.mapping.origin, struct_of(body)
        if origin is None or wanted is None or body.entry is None or not body.mapping.type:
            continue
        known = taken.get((origin.path, body.mapping.type))
        found = package(known.module) if known is not None else None
        if known is None or found is None or found.name != body.resource.type.partition("_")[0]:
            continue
        given = Class(found.module, known.name)
        if given.name != wanted.name and all(is_class(found.name, m, given) for m in body.accepts.majors):
            yield _finding(body, found, given, wanted)


def _finding(body: Body, found: Package, given: Class, wanted: Class) -> Finding:
    fixes: tuple[Fix, ...] = ()
    names = tuple(entry.name for entry in body.mapping.entries)
    if all(map(body.accepts.knows, names)):
        edit = ToStruct(body.mapping, f"{found.package}.{wanted.module}", wanted.name, names)
        fixes = (Fix(f"make it a {wanted.name}", Tier.SAFE, Impact.CREATE, (edit,)),)
    path = ".".join(body.path)
    message = f"{path} of {body.resource.type} takes a {wanted.name}, not a {given.name}"
    advice = "" if fixes else f"write a {wanted.name} with the keywords that it takes"
    return Finding(message, body.module, body.resource, body.mapping, path, Severity.BLOCKER, fixes, advice)
