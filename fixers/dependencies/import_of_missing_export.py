"""Import of a value that nothing exports.

``Fn::ImportValue`` needs a stack in the same account and region that exports the name. A template that is all there is
of a program cannot be deployed by whoever has only the repository: "No export named ... found".

What is imported becomes a parameter of the type that its use wants (``AWS::EC2::VPC::Id``,
``List<AWS::EC2::Subnet::Id>``), which whoever deploys it must give: that changes the command, so that the fix is
unsafe. With ``--scaffold``, a template that imports a VPC and its subnets gets a network of its own instead: subnets in
two zones, and a NAT gateway where a function in them calls AWS.

Where a template, or a program, of the repository may export the name, nothing is said; neither where a parameter names
the stack that exports it, and of names that ``--set known_exports=NAME,PREFIX*`` lists.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-importvalue.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import InsertResources, Replace
from iacfix.transforms.exports import is_exported, shown
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.imported import NETWORK, SUBNET, VPC, Use, parameter_name, parameterised, uses
from iacfix.transforms.model import Component, Module, dotted
from iacfix.transforms.networks import network
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="EXT001",
    since="0.1.0",
    tiers=(Tier.UNSAFE, Tier.SCAFFOLD),
    languages=("cloudformation",),
    closed_world=True,
)


@fixer.over
def check(component: Component, settings: Settings) -> Iterator[Finding]:
    """Yield the imports of *component* whose names nothing exports: those of a network together."""
    known = settings.get("known_exports") or ""
    for module in component.modules:
        found = list(uses(component, module)) if module.deployable else []
        missing = {name for name in {use.name for use in found} if not is_exported(component, name, known)}
        others = {use.name for use in found if use.wants not in NETWORK}
        together = [use for use in found if use.name in missing - others]
        alone = [[use for use in found if use.name == name] for name in sorted(missing & others)]
        for group in filter(None, (together, *alone)):
            names = sorted({f"`{shown(use.name)}`" for use in group})
            listed = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
            message = f"nothing in the repository exports {listed}"
            fixes = tuple(_fixes(module, group))
            first = group[0]
            yield Finding(message, module, first.resource, first.value, dotted(first.path), Severity.RISK, fixes)


def _fixes(module: Module, found: list[Use]) -> Iterator[Fix]:
    """Yield what takes the imports as parameters, and what makes the network that they are of."""
    declared, edits = parameterised(module, found)
    note = f"give {', '.join(resource.name for resource in declared.resources)} when you deploy"
    yield Fix("take what is imported as a parameter", Tier.UNSAFE, Impact.UPDATE, (declared, *edits), note=note)
    vpcs = {use.name for use in found if use.wants == VPC}
    subnets = {use.name: parameter_name((use.name,), SUBNET).removesuffix("Id") for use in found if use.wants == SUBNET}
    if len(vpcs) != 1 or len(subnets) < 2 or {use.name for use in found} != {*vpcs, *subnets}:
        return
    made = network(module, subnets)
    if made is not None and len(set(subnets.values())) == len(subnets):
        used = [(use.value, made.vpc if use.name in vpcs else made.subnets[use.name]) for use in found]
        replaced = [Replace(old, new.in_place_of(old)) for old, new in used]
        added = InsertResources(module, made.resources)
        yield Fix("make the network", Tier.SCAFFOLD, Impact.REPLACE, (added, *replaced), note=made.note)
