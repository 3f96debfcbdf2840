"""Resource that is kept when it is deleted, and not when it is replaced.

``DeletionPolicy`` says what becomes of a resource when it leaves the stack. When an update replaces it, which is the
more common way to lose data, ``UpdateReplacePolicy`` counts, and without one the old resource is deleted with all that
it holds. Who writes ``DeletionPolicy: Retain`` or ``Snapshot`` alone means both.

The other policy is added with the same value. That is safe: neither of them changes anything of a stack until something
is deleted or replaced, and then data is kept. A resource that has ``UpdateReplacePolicy`` alone gets the other one with
``--unsafe`` only, for deleting the stack would then leave it behind. ``Delete`` is what happens anyway, and is left
alone; so are versions of functions and layers, which are replaced with every deployment.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatereplacepolicy.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import InsertArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Resource
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import SNAPSHOTS

fixer = Fixer(
    __name__,
    code="CFN012",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "W3011"},
)

DELETION, REPLACEMENT = "DeletionPolicy", "UpdateReplacePolicy"
# What each value of one policy is as a value of the other.
AS_REPLACEMENT = {"Retain": "Retain", "RetainExceptOnCreate": "Retain", "Snapshot": "Snapshot"}
AS_DELETION = {"Retain": "Retain", "Snapshot": "Snapshot"}
# Those that a deployment leaves behind on purpose, one after the other.
VERSIONS = {"AWS::Lambda::Version", "AWS::Lambda::LayerVersion"}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the resources that have one of the policies alone."""
    for module in component.modules:
        for resource in module.of(Kind.RESOURCE):
            given = {DELETION, REPLACEMENT} & resource.meta.names
            if len(given) == 1 and resource.source_type not in VERSIONS:
                (there,) = given
                entry = resource.meta.entry(there)
                if entry is not None and (fix := _fix(resource, there)) is not None:
                    lost = "replaced" if there == DELETION else "deleted"
                    message = f"{there} alone does not keep it when it is {lost}"
                    yield Finding(message, module, resource, entry, there, Severity.RISK, (fix,))


def _fix(resource: Resource, there: str) -> Fix | None:
    """Return what adds the policy that is missing beside the one that is *there*."""
    match resource.meta.get(there):
        case Literal(value=str() as word):
            pass
        case _:
            return None
    other, values, tier = (
        (REPLACEMENT, AS_REPLACEMENT, Tier.SAFE) if there == DELETION else (DELETION, AS_DELETION, Tier.UNSAFE)
    )
    if word not in values or (word == "Snapshot" and resource.source_type not in SNAPSHOTS):
        return None
    edit = InsertArgument(resource, resource.meta, other, Literal(values[word]), after=there)
    return Fix(f"add {other}: {values[word]}", tier, Impact.NONE, (edit,))
