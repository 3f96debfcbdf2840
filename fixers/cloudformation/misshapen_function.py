"""Function that is given its arguments in another order, or in another shape.

``Fn::Join`` takes the delimiter first and then the list, ``Fn::Select`` the number first and then the list; a list of
one text is none of the two things that ``Fn::Sub`` takes, ``Fn::Not`` wants its condition in a list, ``Fn::FindInMap``
two keys, and ``Fn::If`` two values. CloudFormation rejects the template.

The arguments are put in order and in a list, the text stands without one, and the second key is written where there is
only one, which is safe: no stack could be made before. With ``--unsafe``, what has no value for the other case gets
``AWS::NoValue`` where none need be given, and a parameter that is compared with nothing is compared with the allowed
value that the condition is called after.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.facts.twins import snake
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import (
    Call,
    Component,
    Conditional,
    Kind,
    Literal,
    Module,
    Reference,
    Resource,
    Sequence,
    Value,
    dotted,
)
from iacfix.transforms.properties import given
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import declarations, keys, substituted, written

fixer = Fixer(
    __name__,
    code="CFN050",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E1011, E1017, E1019, E1022, E1028, E8003, E8004, E8005, E8006"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the functions whose arguments have one order or shape in which they are right."""
    for module in component.modules:
        for resource in declarations(module):
            for path, value in written(resource):
                if not isinstance(value, Call):
                    continue
                found, tier = _righted(module, value), Tier.SAFE
                if found is None:
                    found, tier = _completed(component, module, resource, value), Tier.UNSAFE
                if found is not None:
                    message, new = found
                    edits = (Replace(value, new.in_place_of(value)),) if new is not None else ()
                    fixes = (Fix("give it what it takes", tier, Impact.CREATE, edits),) if edits else ()
                    yield Finding(message, module, resource, value, dotted(path), Severity.BLOCKER, fixes)


def _righted(module: Module, call: Call) -> tuple[str, Value | None] | None:
    """Return what is wrong with *call*, and what it should be; None where nothing is, or nobody can tell."""
    match call:
        case Call(name="Fn::Join", arguments=(Sequence() as items, Literal(value=str()) as delimiter)):
            return "Fn::Join takes the delimiter first", Call("Fn::Join", (delimiter, items))
        case Call(name="Fn::Join", arguments=(Literal(value=str()) as delimiter, *items)) if len(items) > 1:
            return "Fn::Join takes a list", Call("Fn::Join", (delimiter, Sequence(tuple(items))))
        case Call(
            name="Fn::Select", arguments=(Sequence() | Call(name="Fn::GetAZs" | "Fn::Split") as items, index)
        ) if isinstance(index, Literal) and str(index.value).isdecimal():
            return "Fn::Select takes the number first", Call("Fn::Select", (index, items))
        case Call(name="Fn::Sub", arguments=(Literal(value=str() as text),)):
            return "Fn::Sub takes a text, not a list of one", substituted(text)
        case Call(name="Fn::Not", arguments=(condition,), bare=True):
            return "Fn::Not takes a list of one condition", Call("Fn::Not", (condition,))
        case Call(name="Fn::And" | "Fn::Or" as name, arguments=(condition,), bare=True):
            return f"{name} takes two conditions or more", condition
        case Call(name="Fn::FindInMap", arguments=(Reference() as table, first)) if (
            len(second := keys(module, table, first)[1]) == 1
        ):
            return "Fn::FindInMap takes two keys", Call("Fn::FindInMap", (table, first, Literal(min(second))))
        case _:
            return None


def _completed(component: Component, module: Module, resource: Resource, call: Call) -> tuple[str, Value | None] | None:
    """Return what *call* lacks, and what it may be meant to be, if anything."""
    match call:
        case Call(name="Fn::If", arguments=(Reference(kind=Kind.CONDITION) as test, then)):
            either = None if _must_be_given(component, resource, call) else Conditional(test, then, Literal(None))
            return "Fn::If takes a value for either case", either
        case Call(name="equal", arguments=(Reference(kind=Kind.INPUT) as tested,)):
            word = _called_after(module, resource, tested)
            return ("Fn::Equals compares two values", Call("equal", (tested, Literal(word)))) if word else None
        case _:
            return None


def _must_be_given(component: Component, resource: Resource, call: Call) -> bool:
    """Say whether *call* stands where there must be a value in either case."""
    required = (each for each in given(component) if each.value.origin == call.origin)
    return resource.kind is Kind.OUTPUT or any(each.entry.name in each.place.shape.required for each in required)


def _called_after(module: Module, condition: Resource, tested: Reference) -> str:
    """Return the value that *tested* allows, and that *condition* is called after."""
    declared = module.target(tested)
    allowed = declared.all("allowed_values") if declared is not None else ()
    steps = snake(condition.name).split("_")
    words = [value.value for value in allowed if isinstance(value, Literal) and isinstance(value.value, str)]
    named = [word for word in words if word.lower() in steps]
    return named[0] if condition.kind is Kind.CONDITION and len(named) == 1 else ""
