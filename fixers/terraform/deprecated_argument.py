"""Argument that a newer version of the provider no longer has.

``vpc = true`` of an elastic IP is deprecated in version 5 of the AWS provider, and an error in version 6; what takes
its place, ``domain = "vpc"``, says the same in both, so that the plan of what is deployed stays empty. The argument is
written that way wherever its value is a constant. In modules that run with version 6 only, the name of the current
region is read as ``region``.

What is gone and is said in another form (``resolve_conflicts`` of an EKS add-on, for creation and for updates) is
written so. What is deprecated and has no successor that says the same is left alone, and so are values that are no
constants where every version that the module admits still takes them.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import RenameArgument, Replace
from iacfix.transforms.facts.moved_terraform import REWRITTEN, SUCCEEDED
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import (
    Component,
    Kind,
    Literal,
    Module,
)
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.schema import Body, bodies, schemas_in
from iacfix.transforms.supplies import rewriting

fixer = Fixer(
    __name__,
    code="TF028",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("hcl", "cdktf"),
    neighbours={"terraform": "Argument is deprecated"},
)

# By data source: what is read of it, the version since which that is deprecated, and what is read instead.
READ_OTHERWISE = {"aws_region": ("name", 6, "region")}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the arguments and attributes that have a successor."""
    for body in bodies(component):
        if not body.path and body.resource.kind is Kind.RESOURCE:
            yield from _succeeded(body)
            yield from _rewritten(body)
    for module in component.modules:
        yield from _read_otherwise(component, module)


def _succeeded(body: Body) -> Iterator[Finding]:
    for name, (successor, meaning) in SUCCEEDED.get(body.resource.type, {}).items():
        entry = body.mapping.entry(name)
        if entry is None or successor in body.mapping.names or body.accepts.argument(successor) is None:
            continue
        fixes: tuple[Fix, ...] = ()
        match entry.value:
            case Literal(value=bool() as truth) if truth in meaning:
                rename = RenameArgument(body.resource, body.mapping, entry, successor)
                edits = (rename, Replace(entry.value, Literal(meaning[truth])))
                fixes = (Fix(f'say {successor} = "{meaning[truth]}"', Tier.SAFE, Impact.NONE, edits),)
            case _:
                pass
        gone = not body.accepts.knows(name)
        if not fixes and body.accepts.argument(name) is not None:
            continue  # it works in every version
        message = f"{name} of {body.resource.type} is {'gone' if gone else 'deprecated'}"
        severity = Severity.BLOCKER if gone else Severity.NOTE
        advice = "" if fixes else f"{successor} takes its place"
        yield Finding(message, body.module, body.resource, entry, name, severity, fixes, advice)


def _rewritten(body: Body) -> Iterator[Finding]:
    for name, forms in REWRITTEN.get(body.resource.type, {}).items():
        entry = body.mapping.entry(name)
        if entry is None or body.accepts.knows(name):
            continue
        told = " and ".join(forms)
        free = not forms.keys() & body.mapping.names and all(map(body.accepts.knows, forms))
        free = free and entry.value != Literal("PRESERVE")  # which updates know, and no creation
        fixes = (Fix(f"say {told}", Tier.SAFE, Impact.CREATE, tuple(rewriting(body, entry, forms))),) if free else ()
        advice = "" if fixes else f"{told} takes its place"
        message = f"{body.resource.type} has no {name}"
        yield Finding(message, body.module, body.resource, entry, name, Severity.BLOCKER, fixes, advice)


def _read_otherwise(component: Component, module: Module) -> Iterator[Finding]:
    if not any(data.type in READ_OTHERWISE for data in module.of(Kind.DATA)):
        return
    schemas = schemas_in(component, module)
    for user in module.resources:
        for found in user.references:
            old, since, new = READ_OTHERWISE.get(found.type, ("", 0, ""))
            accepts = schemas.get(found.target)
            if found.kind is not Kind.DATA or found.attribute != old or not old or accepts is None:
                continue
            if min(accepts.majors) >= since and found.origin is not None:
                edit = Replace(found, found.attribute_is(new).in_place_of(found))
                fix = Fix(f"read {new}", Tier.SAFE, Impact.NONE, (edit,))
                argument = f"{found.type}.{found.name}.{old}"
                message = f"{old} of {found.type} is deprecated"
                yield Finding(message, module, user, found, argument, Severity.NOTE, (fix,))
