"""Attribute that every construct has, set to something else.

``self.node`` is the place of a construct in the tree of all constructs, and has no setter: ``self.node =
Instance(...)`` is an AttributeError, and nothing is synthesized. Other names that constructs have, ``self.id`` above
all, may be set and do no harm.

The resource is bound to ``self.node_instance`` instead, after its type, wherever its class uses it; what the
constructor is given as ``stage`` becomes ``self.stage``. This is a repair, which is safe: nothing could be made so far.
Where something may mean the construct's own node, or an object of the class is asked for it from outside, it is only
reported.

https://developer.hashicorp.com/terraform/cdktf/concepts/constructs
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Rebind
from iacfix.transforms.facts.members import MEMBERS
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Overwrite, Reference, Resource
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(__name__, code="CDK021", since="0.1.0", tiers=(Tier.SAFE,), languages=("cdktf",))


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what is bound to an attribute that cannot be set."""
    for found in component.overwrites:
        resource = found.resource
        fixes: tuple[Fix, ...] = ()
        if found.clear and (name := _after(found)):
            edit = Rebind(found.module, resource, name)
            fixes = (Fix(f"call it `self.{name}`", Tier.SAFE, Impact.CREATE, (edit,)),)
        message = f"`self.{found.name}` of a construct cannot be set"
        advice = "" if fixes else "call it otherwise, here and wherever it is used"
        place = (found.module, resource, resource, "", Severity.BLOCKER)
        yield Finding(message, *place, fixes, advice, normal=found.name)


def _after(found: Overwrite) -> str:
    """Return what to call the attribute after what it is set to, empty where that has no name."""
    match found.resource:
        case Resource(kind=Kind.RESOURCE | Kind.DATA, type=type_):
            return f"{found.name}_{type_.rpartition('_')[2]}"
        case Resource(kind=Kind.LOCAL, value=Reference(kind=Kind.INPUT, name=name, path=())):
            return name if name not in MEMBERS["TerraformStack"] else ""
        case _:
            return ""
