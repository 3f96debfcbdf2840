"""Parameter, condition or mapping that nothing in the template uses.

Who reads the template looks for what it is for. In the family ``tidiness``.

A condition or a mapping is taken out, which is safe: it makes nothing. To take out a parameter wants ``--unsafe``:
a call that hands it over fails from then on. Its name goes from the groups and labels of the template's interface too.
What is the last to use a parameter wants ``--unsafe`` too, and so does what has a comment, which goes with it. What a
macro or an include may use is left alone.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, RemoveArgument, RemoveItem, RemoveResource
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import (
    Component,
    Kind,
    Literal,
    Mapping,
    Module,
    Reference,
    Resource,
    Sequence,
    references,
)
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import declarations, is_mentioned, is_whole, known, written

fixer = Fixer(
    __name__,
    code="CFN047",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
    languages=("cloudformation",),
    optional="tidiness",
    last=True,
    neighbours={"cfn-lint": "W2001, W7001, W8001"},
)

INTERFACE = "AWS::CloudFormation::Interface"


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what is declared in vain."""
    for module in component.modules:
        if not is_whole(component, module) or _is_misspelt(module):
            continue
        interface = _interface(module)
        vain = [each.origin for each in _vain(component, module)]
        for declared in module.of(Kind.INPUT, Kind.CONDITION, Kind.MAPPING):
            shown = [interface[1].origin] if interface else []
            if is_mentioned(component, module, declared, [declared.origin, *shown]):
                continue
            is_input = declared.kind is Kind.INPUT
            inputs = filter(None, (module.target(r) for r in references(declared.body) if r.kind is Kind.INPUT))
            is_last = any(not is_mentioned(component, module, each, [each.origin, *shown, *vain]) for each in inputs)
            edits: tuple[Edit, ...] = (RemoveResource(module, declared),)
            if is_input and interface is not None:
                edits += tuple(_shown(*interface, declared.name))
            tier, impact = (Tier.UNSAFE, Impact.UPDATE) if is_input else (Tier.SAFE, Impact.NONE)
            tier = Tier.UNSAFE if is_last else tier
            fix = Fix("take it out", tier, impact, edits, removes=(declared.address,))
            what = "parameter" if is_input else str(declared.kind)
            yield Finding(f"{what} {declared.name} is not used", module, declared, declared, "", Severity.NOTE, (fix,))


def _is_misspelt(module: Module) -> bool:
    """Say whether something is named that nothing declares: what looks unused may be meant."""
    return any(
        isinstance(value, Reference) and value.kind is not Kind.OTHER and value.name not in known(module, value)
        for resource in declarations(module)
        for _, value in written(resource)
    )


def _interface(module: Module) -> tuple[Resource, Mapping] | None:
    """Return the template's metadata, and what shows the parameters in it."""
    metadata = next((r for r in module.of(Kind.OTHER) if r.name == "Metadata"), None)
    found = metadata.get(INTERFACE) if metadata is not None else None
    return (metadata, found) if metadata is not None and isinstance(found, Mapping) else None


def _vain(component: Component, module: Module) -> list[Resource]:
    """Return the conditions that nothing uses but others of them."""
    found = list(module.of(Kind.CONDITION))
    while used := [each for each in found if is_mentioned(component, module, each, [one.origin for one in found])]:
        found = [each for each in found if each not in used]
    return found


def _shown(metadata: Resource, interface: Mapping, name: str) -> Iterator[Edit]:
    """Yield what takes *name* out of the groups and labels of the interface."""
    for group in interface.all("ParameterGroups"):
        listed = group.get("Parameters") if isinstance(group, Mapping) else None
        if isinstance(listed, Sequence):
            yield from (RemoveItem(listed, i) for i, item in enumerate(listed.items) if item == Literal(name))
    labels = interface.get("ParameterLabels")
    entry = labels.entry(name) if isinstance(labels, Mapping) else None
    if isinstance(labels, Mapping) and entry is not None:
        yield RemoveArgument(metadata, labels, entry)
