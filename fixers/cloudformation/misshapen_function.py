"""Function that is given its arguments in another order, or in another shape.

``Fn::Join`` takes the delimiter first and then the list, ``Fn::Select`` the number first and then the list; a list of
one text is none of the two things that ``Fn::Sub`` takes. CloudFormation rejects the template.

The arguments are put in order, and the text stands without the list, which is safe: no stack could be made before.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Call, Component, Literal, Sequence, Value, dotted
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import declarations, substituted, written

fixer = Fixer(
    __name__,
    code="CFN050",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E1017, E1019, E1022"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the functions whose arguments have one order or shape in which they are right."""
    for module in component.modules:
        for resource in declarations(module):
            for path, value in written(resource):
                if isinstance(value, Call) and (right := _righted(value)) is not None:
                    message, new = right
                    edit = Replace(value, new.in_place_of(value))
                    fix = Fix("give it what it takes", Tier.SAFE, Impact.CREATE, (edit,))
                    yield Finding(message, module, resource, value, dotted(path), Severity.BLOCKER, (fix,))


def _righted(call: Call) -> tuple[str, Value] | None:
    """Return what is wrong with *call*, and what it should be; None where nothing is, or nobody can tell."""
    match call:
        case Call(name="Fn::Join", arguments=(Sequence() as items, Literal(value=str()) as delimiter)):
            return "Fn::Join takes the delimiter first", Call("Fn::Join", (delimiter, items))
        case Call(
            name="Fn::Select", arguments=(Sequence() | Call(name="Fn::GetAZs" | "Fn::Split") as items, index)
        ) if isinstance(index, Literal) and str(index.value).isdecimal():
            return "Fn::Select takes the number first", Call("Fn::Select", (index, items))
        case Call(name="Fn::Sub", arguments=(Literal(value=str() as text),)):
            return "Fn::Sub takes a text, not a list of one", substituted(text)
        case _:
            return None
