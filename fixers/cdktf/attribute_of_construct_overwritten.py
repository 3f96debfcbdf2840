"""Attribute that every construct has, set to something else.

``self.node`` is the place of a construct in the tree of all constructs, and has no setter: ``self.node =
Instance(...)`` is an AttributeError, and nothing is synthesized. Other names that constructs have, ``self.id`` above
all, may be set and do no harm.

The resource is bound to ``self.node_instance`` instead, after its type, wherever its class uses it. This is a repair,
which is safe: nothing could be made so far. Where something may mean the construct's own node, or an object of the
class is asked for it from outside, it is only reported.

https://developer.hashicorp.com/terraform/cdktf/concepts/constructs
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Rebind
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(__name__, code="CDK021", since="0.1.0", tiers=(Tier.SAFE,), languages=("cdktf",))


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what is bound to an attribute that cannot be set."""
    for found in component.overwrites:
        resource = found.resource
        fixes: tuple[Fix, ...] = ()
        if found.clear and resource.kind in {Kind.RESOURCE, Kind.DATA}:
            name = f"{found.name}_{resource.type.rpartition('_')[2]}"
            edit = Rebind(found.module, resource, name)
            fixes = (Fix(f"call it `self.{name}`", Tier.SAFE, Impact.CREATE, (edit,)),)
        message = f"`self.{found.name}` of a construct cannot be set"
        advice = "" if fixes else "call it otherwise, here and wherever it is used"
        place = (found.module, resource, resource, "", Severity.BLOCKER)
        yield Finding(message, *place, fixes, advice, normal=found.name)
