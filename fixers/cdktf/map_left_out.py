"""Keys of a map that are given in the place of the map.

The environment of a Lambda function is a struct with one argument, ``variables``, and so are the default tags of a
provider with ``tags``. ``environment={"TABLE": ...}`` is a TypeError. In a list, ``default_tags=[{"Team": "orders"}]``
synthesizes, and the tags are lost without a word.

The map is written around its keys where it is the one thing that the struct takes. That is a repair and safe where
Python stops; what was lost in silence changes what is deployed, and wants ``--fresh``.

https://developer.hashicorp.com/terraform/cdktf/concepts/resources
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import IntoMap
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Entry, Mapping
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.schema import Body, bodies, items_of, map_around, written
from iacfix.transforms.structs import within

fixer = Fixer(__name__, code="CDK007", since="0.1.0", tiers=(Tier.SAFE, Tier.FRESH), languages=("cdktf",))


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the structs that are given what their one map should hold."""
    for body in bodies(component):
        for entry in body.mapping.entries if not body.accepts.open else ():
            if (inside := within(body.accepts, entry.name)) is None:
                continue
            value = written(component, body.module, entry.value)
            items = items_of(component, value)
            for block in items or (value,):
                if isinstance(block, Mapping) and (name := map_around(block, inside)):
                    yield _finding(body, entry, block, name, stops=bool(block.type) or not items)


def _finding(body: Body, entry: Entry, block: Mapping, name: str, *, stops: bool) -> Finding:
    path = f"{body.to(entry.name)}.{name}"
    tier, impact = (Tier.SAFE, Impact.CREATE) if stops else (Tier.FRESH, Impact.UPDATE)
    fix = Fix(f"write it as {name}", tier, impact, (IntoMap(block, name),))
    belongs = "belongs" if len(block.entries) == 1 else "belong"
    message = f"{', '.join(e.name for e in block.entries)} of {body.owner} {belongs} into {path}"
    severity = Severity.BLOCKER if stops else Severity.RISK
    return Finding(message, body.module, body.resource, block, path, severity, (fix,))
