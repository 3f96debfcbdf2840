"""Resources that wait for each other.

CloudFormation makes a resource after all that it refers to. Two that refer to each other, or one that refers to itself,
cannot be made, and the template is rejected.

Security groups that name each other in their own rules get the rule that closes the circle as a resource of its own,
``AWS::EC2::SecurityGroupIngress`` or ``...Egress``, which waits for both. A policy in a role that speaks of what waits
for the role, as a bucket does for the role that replicates it, becomes an ``AWS::IAM::Policy`` of that role. If the
circle is closed by one ``DependsOn``, that is taken out. All are safe: no stack could be made before, and what is made
is what was written. Which reference of another circle can be said otherwise, only a person knows.

https://repost.aws/knowledge-center/unable-validate-circular-dependency-cloudformation
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.circles import Graph, graph, policies_out, split_out
from iacfix.transforms.edits import Edit, RemoveArgument, RemoveItem
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Module, Resource, Sequence
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import is_serverless, is_whole

fixer = Fixer(
    __name__,
    code="CFN046",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E3004"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the circles."""
    for module in component.modules:
        if not is_serverless(module) and is_whole(component, module):
            found = graph(module)
            for circle in found.circles():
                yield _finding(module, [r for r in module.of(Kind.RESOURCE) if r.name in circle], found)


def _finding(module: Module, circle: list[Resource], found: Graph) -> Finding:
    first = circle[0]
    if len(circle) == 1:
        message = f"{first.address} refers to itself"
    else:
        message = f"{', '.join(resource.address for resource in circle)} wait for each other"
    where = (module, first, first, "", Severity.BLOCKER)
    waits = _closing(circle, found)
    if waits:
        named = f"take {waits[1]} out of the DependsOn of {waits[0].address}"
        return Finding(message, *where, (Fix(named, Tier.SAFE, Impact.CREATE, (_removed(*waits),)),))
    rule = split_out(module, circle)
    if edits := rule or policies_out(module, circle, found):
        title = f"make the {'rule' if rule else 'policy'} that closes the circle a resource of its own"
        return Finding(message, *where, (Fix(title, Tier.SAFE, Impact.CREATE, edits),))
    advice = "say one of the references otherwise: by a name that both know, or in a resource of its own"
    return Finding(message, *where, advice=advice)


def _closing(circle: list[Resource], found: Graph) -> tuple[Resource, str] | None:
    """Return the one resource and name of its ``DependsOn`` without which there is no circle, or None."""
    ways = [
        (resource, name)
        for resource in circle
        for name in found.waits.get(resource.name, ())
        if name not in found.refers.get(resource.name, ())
        and not any(resource.name in rest for rest in found.without(resource.name, name).circles())
    ]
    return ways[0] if len(ways) == 1 else None


def _removed(resource: Resource, name: str) -> Edit:
    """Return the removal of *name* from what *resource* waits for."""
    entry = resource.meta.entry("DependsOn")
    assert entry is not None  # noqa: S101 - the name was read there
    if isinstance(entry.value, Sequence) and len(entry.value.items) > 1:
        names = [getattr(item, "name", "") for item in entry.value.items]
        return RemoveItem(entry.value, names.index(name))
    return RemoveArgument(resource, resource.meta, entry)
