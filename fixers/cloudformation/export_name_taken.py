"""Export under a name that another output of the template has.

A name can be exported once in an account and region: the stack fails at the second output that asks for it, which as a
rule is a copy of the first ("Export with name ... is already exported").

Where the name ends with what one of the outputs is called, the other gets the same name with its own end. That is done
with ``--unsafe``, since another stack may import what it means under the name that is taken. Otherwise, and where
conditions may leave one output only, nothing is changed.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Resource, Template
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import is_whole

fixer = Fixer(__name__, code="CFN061", since="0.1.0", tiers=(Tier.UNSAFE,), languages=("cloudformation",))


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the exports whose name another one has."""
    for module in component.modules:
        if not is_whole(component, module):
            continue
        exports = [(output, name) for output in module.of(Kind.OUTPUT) if (name := _name(output)) is not None]
        for output, name in exports:
            same = [other for other, its in exports if its == name]
            if len(same) < 2 or not all(_together(output, other) for other in same):
                continue
            owners = [other for other in same if _ending(name, other.name, other.name) is not None]
            owner = owners[0] if len(owners) == 1 else None
            if output is (owner or same[0]):
                continue
            new = _ending(name, owner.name, output.name) if owner else None
            fixes: tuple[Fix, ...] = ()
            if new is not None and all(its != new for _, its in exports):
                edit = Replace(name, new.in_place_of(name))
                fixes = (Fix("name it after its output", Tier.UNSAFE, Impact.CREATE, (edit,)),)
            advice = "" if fixes else "export it under a name of its own"
            at = (module, output, name, "export.name", Severity.BLOCKER)
            yield Finding(f"{(owner or same[0]).name} exports this name already", *at, fixes, advice)


def _name(output: Resource) -> Literal | Template | None:
    """Return what *output* is exported as, where that is a text."""
    name = output.written.get("export", "name")
    return name if isinstance(name, Literal | Template) and name.origin is not None else None


def _together(one: Resource, other: Resource) -> bool:
    """Say whether no condition makes one of two outputs without the other."""
    return one.written.get("condition") == other.written.get("condition")


def _ending(name: Literal | Template, end: str, new: str) -> Literal | Template | None:
    """Return *name* with *new* for its *end*, a whole word, or None where it does not end so."""
    last = name.parts[-1] if isinstance(name, Template) else name
    if not isinstance(last, Literal) or not isinstance(last.value, str):
        return None
    head = last.value.removesuffix(end)
    if head == last.value or head[-1:].isalnum():
        return None
    tail = Literal(head + new)
    return Template((*name.parts[:-1], tail), name.function) if isinstance(name, Template) else tail
