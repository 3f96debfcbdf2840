"""Parameter, condition or mapping that nothing in the template uses.

Who reads the template looks for what it is for. In the family ``tidiness``.

A condition or a mapping is taken out, with the comment above it, which is safe: it makes nothing. To take out a
parameter wants ``--unsafe``, since a call that hands it over fails from then on; its name goes from the groups and
labels of the template's interface too. What a macro or an include may use is left alone.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import Edit, RemoveArgument, RemoveItem, RemoveResource
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Mapping, Module, Reference, Resource, Sequence
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import declarations, is_whole, known, written

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
        for declared in module.of(Kind.INPUT, Kind.CONDITION, Kind.MAPPING):
            if _is_mentioned(component, module, declared, interface):
                continue
            is_input = declared.kind is Kind.INPUT
            edits: tuple[Edit, ...] = (RemoveResource(module, declared),)
            if is_input and interface is not None:
                edits += tuple(_shown(*interface, declared.name))
            tier, impact = (Tier.UNSAFE, Impact.UPDATE) if is_input else (Tier.SAFE, Impact.NONE)
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


def _is_mentioned(
    component: Component, module: Module, declared: Resource, interface: tuple[Resource, Mapping] | None
) -> bool:
    """Say whether the name of *declared* stands anywhere but in its declaration, and in what shows the parameters."""
    word = re.compile(rf"(?<![\w-]){re.escape(declared.name)}(?![\w-])")
    origins = [declared.origin, interface[1].origin if interface else None]
    for path in module.documents:
        spans = [origin.span for origin in origins if origin is not None and origin.path == path]
        for found in word.finditer(component.documents[path].text):
            if not any(span.start <= found.start() < span.end for span in spans):
                return True
    return False


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
