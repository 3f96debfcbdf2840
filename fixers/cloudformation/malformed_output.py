"""Output that is not written as CloudFormation reads it.

An output has ``Value``, ``Description``, ``Export`` and ``Condition``, in this case of letters, and an export is an
object whose ``Name`` is what other stacks import. Its value is one text. Everything else stops the template.

Keys get their capital letter, an export that is just a name its ``Name``, and a list in ``Value`` is joined with
commas, as ``Fn::Split`` takes it apart again. That is safe: no stack could be made of the template. Where both
spellings stand side by side, nothing is done.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import RenameArgument, Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import (
    Call,
    Component,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    Reference,
    Resource,
    Sequence,
    Template,
    Value,
)
from iacfix.transforms.properties import SCALARS, types_of
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import is_whole, key_as_written

fixer = Fixer(
    __name__,
    code="CFN058",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E6001, E6002, E6101"},
)

# By what the model calls them: how they are written.
SPELLED = {"value": "Value", "description": "Description", "export": "Export", "condition": "Condition", "name": "Name"}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what an output or its export has that is not read so."""
    for module in component.modules:
        if is_whole(component, module):
            for output in module.of(Kind.OUTPUT):
                yield from _renamed(component, module, output, output.written)
                yield from _joined(module, output)
                match output.written.get("export"):
                    case Mapping() as export:
                        yield from _renamed(component, module, output, export)
                    case Literal(value=str()) | Template() | Reference() | Call() as name:
                        new = Mapping((Entry("name", name),)).in_place_of(name)
                        fix = Fix("give it as Name", Tier.SAFE, Impact.CREATE, (Replace(name, new),))
                        at = (module, output, name, "export", Severity.BLOCKER)
                        yield Finding("an export is an object with a Name", *at, (fix,))
                    case _:
                        pass


def _renamed(component: Component, module: Module, output: Resource, owner: Mapping) -> Iterator[Finding]:
    for entry in owner.entries:
        right, written = SPELLED.get(entry.name.lower(), ""), key_as_written(component, entry)
        if right and written.lower() == right.lower() and written != right:
            fix = Fix(f"call it {right}", Tier.SAFE, Impact.CREATE, (RenameArgument(output, owner, entry, right),))
            at = (module, output, entry, entry.name, Severity.BLOCKER)
            yield Finding(f"an output has no {written}", *at, (fix,))


def _joined(module: Module, output: Resource) -> Iterator[Finding]:
    value = output.written.get("value")
    if value is not None and value.origin is not None and _is_list(value, module):
        inner = Sequence(value.items) if isinstance(value, Sequence) else value
        new = Call("Fn::Join", (Literal(","), inner)).in_place_of(value)
        fix = Fix("join it with commas", Tier.SAFE, Impact.CREATE, (Replace(value, new),))
        yield Finding("an output is one text, and not a list", module, output, value, "value", Severity.BLOCKER, (fix,))


def _is_list(value: Value, module: Module) -> bool:
    """Say whether *value* is a list of texts."""
    if isinstance(value, Sequence):
        return bool(value.items) and all((types_of(item, module) or frozenset()) & SCALARS for item in value.items)
    return isinstance(value, Reference) and types_of(value, module) == frozenset("a")
