"""Variable of the template in a text that is not the text of ``Fn::Sub``.

``${Environment}`` is put in by ``Fn::Sub`` only. Without it the resource is called ``${Environment}``, dollar sign and
all, or is rejected for it.

The text becomes one of ``Fn::Sub``, with ``--unsafe``, as some services have variables of their own that are written
so. Only names that the template declares, and pseudo parameters, are taken for its own; scripts, policies, definitions
whose substitutions are given, and texts of several lines are left alone.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Call, Component, Kind, Literal, Module, Resource, Template, dotted, walk
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import PSEUDO, declarations, is_whole, names, substituted

fixer = Fixer(
    __name__,
    code="CFN055",
    since="0.1.0",
    tiers=(Tier.UNSAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E1029"},
)

VARIABLE = re.compile(r"\$\{([A-Za-z0-9_:.]+)\}")
# What has variables of its own.
OTHERS = re.compile(
    r"definition|template|script|userdata|user_data|document|policy|query|code|command|buildspec|body|substitution|"
    r"metadata|zipfile|expression|content|input|transformer|mapping|requestparameters|uri",
    re.IGNORECASE,
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the texts that are not substituted."""
    for module in component.modules:
        if is_whole(component, module):
            known = frozenset(PSEUDO) | names(module)
            for resource in declarations(module):
                if resource.kind is not Kind.CONDITION:
                    yield from _texts(module, resource, known)


def _texts(module: Module, resource: Resource, known: frozenset[str]) -> Iterator[Finding]:
    inside: list[tuple[str, ...]] = []
    for path, value in walk(resource.written):
        if isinstance(value, Template) or (isinstance(value, Call) and value.name in {"Fn::Sub", "Fn::Transform"}):
            inside.append(path)
        if not (isinstance(value, Literal) and isinstance(value.value, str)) or value.origin is None:
            continue
        if any(path[: len(outer)] == outer for outer in inside) or any(OTHERS.search(step) for step in path):
            continue
        said = VARIABLE.findall(value.value)
        if not said or "\n" in value.value or not all(name.partition(".")[0] in known for name in said):
            continue
        edit = Replace(value, substituted(value.value).in_place_of(value))
        fix = Fix("make it a text of Fn::Sub", Tier.UNSAFE, Impact.UPDATE, (edit,))
        message = f"nothing puts {', '.join(said)} in here"
        yield Finding(message, module, resource, value, dotted(path), Severity.RISK, (fix,))
