"""Function that CDKTF does not have.

``Fn`` has the functions of Terraform, in Python without capital letters or underscores: ``Fn.jsonencode``,
``Fn.base64encode``, ``Fn.cidrsubnet``; ``length`` alone is ``Fn.length_of``. ``Fn.json_encode`` and ``Fn.toString``
are AttributeErrors, so that nothing is synthesized.

Another spelling gets its own, which is a repair and safe. Data sources (``Fn.data_aws_caller_identity``), providers'
functions and workspaces are no functions of ``Fn`` at all. Where the file imports the class of that very data source,
it is the class that is meant; the others are only reported, with what comes near.

https://developer.hashicorp.com/terraform/cdktf/concepts/functions
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import RenameAttribute
from iacfix.transforms.facts.functions import FUNCTIONS, NEWER, meant
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.homes import whole
from iacfix.transforms.likeness import like
from iacfix.transforms.model import Asked, Component
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="CDK005",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cdktf",),
    neighbours={"python": "AttributeError: type object 'Fn' has no attribute"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the functions that are asked of ``Fn`` in vain."""
    for asked in component.asked():
        if asked.of != "Fn" or asked.name in FUNCTIONS | NEWER:
            continue
        module = next((module for module in component.modules if asked.origin.path in module.documents), None)
        if module is None:
            continue
        at = whole(asked.origin.path, asked.origin.span)
        right, own = meant(asked.name), _class(component, asked)
        edit = RenameAttribute(asked, right or own, alone=not right)
        title = f"call Fn.{right}" if right else f"make a {own}"
        fixes = (Fix(title, Tier.SAFE, Impact.CREATE, (edit,)),) if right or own else ()
        near = like(asked.name, FUNCTIONS)
        advice = f"perhaps Fn.{' or Fn.'.join(near)} is meant" if near else "look up how CDKTF says it"
        message = f"CDKTF has no function Fn.{asked.name}"
        yield Finding(message, module, at, at, asked.name, Severity.BLOCKER, fixes, "" if fixes else advice)


def _class(component: Component, asked: Asked) -> str:
    """Return what the file calls the data source that is asked for as if it were a function, where it imports it."""
    flat = asked.name.replace("_", "").lower()
    found = [
        taken.bound
        for taken in component.imports
        if taken.path == asked.origin.path and flat.startswith("data") and taken.name.lower() == flat
    ]
    return found[0] if len(found) == 1 else ""
