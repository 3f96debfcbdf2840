"""Variable of a shell, a program or a policy, which ``Fn::Sub`` takes for its own.

In a text of ``Fn::Sub``, ``${NAME}`` is a name of the template. A variable of the script that the text is, or one that
a policy is read with (``${aws:username}``), must be written ``${!NAME}``; else CloudFormation rejects the template,
which has nothing of that name.

An exclamation mark is put before the name, which is safe: no stack could be made before. It is done where nothing else
can be meant: the name is none that a template can have, it begins with ``aws:``, or the text itself sets a variable of
that name. Where that is not seen, the name is only reported, as one that the template does not declare.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Literal, Module, Reference, Resource, Template, dotted
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import declarations, foreign, hole, is_whole, names, written

fixer = Fixer(
    __name__,
    code="CFN043",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E1019"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the variables that the template does not have and the text does."""
    for module in component.modules:
        if is_whole(component, module):
            for resource in declarations(module):
                yield from _foreign(component, module, resource)


def _foreign(component: Component, module: Module, resource: Resource) -> Iterator[Finding]:
    for path, text in written(resource):
        if not isinstance(text, Template):
            continue
        theirs = [
            part
            for part in text.parts
            if isinstance(part, Reference) and part.origin and part.name not in names(module)
            if foreign(component, text, part)
        ]
        if not theirs:
            continue
        edits = tuple(Replace(part, Literal(f"${{{hole(part)}}}")) for part in theirs)
        named = ", ".join(dict.fromkeys(hole(part) for part in theirs))
        fix = Fix("escape it", Tier.SAFE, Impact.CREATE, edits)
        message = f"Fn::Sub takes {named} for a name of the template"
        yield Finding(message, module, resource, text, dotted(path), Severity.BLOCKER, (fix,))
