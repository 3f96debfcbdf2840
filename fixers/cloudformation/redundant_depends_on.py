"""``DependsOn`` of what is referred to anyway.

CloudFormation makes first what ``Ref``, ``Fn::GetAtt`` and ``Fn::Sub`` name. To say so again hides the dependencies
that nothing else says, and ``cfn-lint`` warns.

The name is taken out of ``DependsOn``, which is safe: the order stays the same. A reference in one branch of a
condition does not count, nor does one of a resource that a macro writes anew.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, RemoveArgument, RemoveItem, Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Module, Reference, Resource, Sequence
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import certain, is_whole

fixer = Fixer(
    __name__,
    code="CFN041",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    last=True,
    languages=("cloudformation",),
    neighbours={"cfn-lint": "W3005"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the dependencies that are said twice."""
    for module in component.modules:
        for resource in module.of(Kind.RESOURCE):
            if (
                resource.meta.entry("DependsOn")
                and not resource.source_type.startswith("AWS::Serverless::")
                and is_whole(component, module)
            ):
                yield from _said_twice(module, resource)


def _said_twice(module: Module, resource: Resource) -> Iterator[Finding]:
    entry = resource.meta.entry("DependsOn")
    if entry is None:
        return
    value = entry.value
    items = value.items if isinstance(value, Sequence) else (value,)
    known = {reference.target for reference in certain(resource.body)}
    needless = [item for item in items if isinstance(item, Reference) and item.target in known]
    if not needless:
        return
    kept = tuple(item for item in items if item not in needless)
    edit: Edit = RemoveArgument(resource, resource.meta, entry)
    if kept and isinstance(value, Sequence):
        alone = RemoveItem(value, items.index(needless[0]))
        edit = alone if len(needless) == 1 else Replace(value, value.but(items=kept))
    named = ", ".join(item.name for item in needless)
    fix = Fix("leave it out", Tier.SAFE, Impact.NONE, (edit,))
    yield Finding(
        f"DependsOn of {named}, which is referred to", module, resource, entry, "DependsOn", Severity.NOTE, (fix,)
    )
