"""Parameter that is declared in words that CloudFormation does not have.

Types are written in one way, ``String`` and not ``string``, and there is no ``Boolean``; the attributes of a parameter
have one spelling, ``AllowedValues`` is a list, and a length is a number. CloudFormation rejects the template.

What is nearly called as an attribute or a type is called so, a type that other languages have becomes the one that
takes its values, a truth may be ``true`` or ``false`` then, the words of a text become a list, and numbers in words
become numbers. That is safe: no stack could be made before. What nothing comes near is only reported. A module of
Rain's is left alone: its parameters are not CloudFormation's.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import Edit, InsertArgument, RenameArgument, Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Entry, Kind, Literal, Module, Resource, Sequence
from iacfix.transforms.quantities import in_words
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import is_for_rain, nearly, roughly

fixer = Fixer(
    __name__,
    code="CFN054",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E2001, E2002"},
)

# The attributes of a parameter and the names that they have here, and its types (read in November 2026).
ATTRIBUTES = {
    "AllowedPattern": "allowed_pattern",
    "AllowedValues": "allowed_values",
    "ConstraintDescription": "constraint_description",
    "Default": "default",
    "Description": "description",
    "MaxLength": "max_length",
    "MaxValue": "max_value",
    "MinLength": "min_length",
    "MinValue": "min_value",
    "NoEcho": "sensitive",
    "Type": "type",
}
ONES = (
    "AWS::EC2::AvailabilityZone::Name",
    "AWS::EC2::Image::Id",
    "AWS::EC2::Instance::Id",
    "AWS::EC2::KeyPair::KeyName",
    "AWS::EC2::SecurityGroup::GroupName",
    "AWS::EC2::SecurityGroup::Id",
    "AWS::EC2::Subnet::Id",
    "AWS::EC2::VPC::Id",
    "AWS::EC2::Volume::Id",
    "AWS::Route53::HostedZone::Id",
)
TYPES = ("String", "Number", "CommaDelimitedList", "List<Number>", "List<String>", *ONES, *(f"List<{o}>" for o in ONES))
TRUTH = ("bool", "boolean")
# What types are called elsewhere.
ELSEWHERE = {
    **dict.fromkeys((*TRUTH, "str", "text", "email", "url", "uri", "arn", "password", "secret", "char"), "String"),
    **dict.fromkeys(("int", "integer", "float", "double", "long", "num", "numeric", "decimal"), "Number"),
    **dict.fromkeys(("list", "array", "stringlist", "strings", "list(string)"), "CommaDelimitedList"),
}
COUNTS = ("min_length", "max_length", "min_value", "max_value")
LOOKED_UP = re.compile(r"AWS::SSM::Parameter::(?:Name|Value<.+>)")


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what no parameter has."""
    for module in component.modules:
        for parameter in module.of(Kind.INPUT) if not is_for_rain(component, module) else ():
            for entry in parameter.body.entries:
                yield from _name(module, parameter, entry)
                yield from _value(module, parameter, entry)


def _name(module: Module, parameter: Resource, entry: Entry) -> Iterator[Finding]:
    """Yield an attribute that a parameter does not have."""
    if not entry.name or entry.name in ATTRIBUTES.values() or entry.name.startswith("Fn::") or "::" in entry.name:
        return
    free = frozenset(name for name, own in ATTRIBUTES.items() if own not in parameter.body.names)
    meant = nearly(entry.name, free) or roughly(entry.name, free)
    where = (module, parameter, entry, entry.name, Severity.BLOCKER)
    message = f"a parameter has no {entry.name}"
    if len(meant) == 1:
        edit = RenameArgument(parameter, parameter.body, entry, ATTRIBUTES[meant[0]])
        yield Finding(message, *where, (Fix(f"call it {meant[0]}", Tier.SAFE, Impact.CREATE, (edit,)),))
    else:
        yield Finding(message, *where, advice=f"it has {', '.join(ATTRIBUTES)}")


def _value(module: Module, parameter: Resource, entry: Entry) -> Iterator[Finding]:
    """Yield a type that there is not, a text where a list is wanted, and a word where a number is."""
    value = entry.value
    if not (isinstance(value, Literal) and isinstance(value.value, str)) or value.origin is None:
        return
    said, where = value.value, (module, parameter, value, entry.name, Severity.BLOCKER)
    match entry.name:
        case "type" if said not in TYPES and not LOOKED_UP.fullmatch(said):
            meant = _type(said)
            message = f"there is no type {said} of parameters"
            if meant:
                edits = (Replace(value, Literal(meant).in_place_of(value)), *_truths(parameter, said))
                yield Finding(message, *where, (Fix(f"make it {meant}", Tier.SAFE, Impact.CREATE, edits),))
            else:
                yield Finding(message, *where, advice="String takes any text")
        case "allowed_values":
            words = tuple(Literal(word.strip()) for word in said.split(",") if word.strip())
            edit = Replace(value, Sequence(words).in_place_of(value))
            fix = Fix("write them as a list", Tier.SAFE, Impact.CREATE, (edit,))
            yield Finding("allowed values are a list", *where, (fix,) if words else ())
        case name if name in COUNTS and (number := in_words(said)) is not None:
            fix = Fix(
                f"write {number}", Tier.SAFE, Impact.CREATE, (Replace(value, Literal(number).in_place_of(value)),)
            )
            yield Finding(f"{said} is no number", *where, (fix,))
        case _:
            pass


def _type(said: str) -> str:
    """Return the type that *said* means, or an empty string."""
    if other := ELSEWHERE.get(said.lower().replace(" ", "")):
        return other
    near = nearly(said, TYPES)
    return near[0] if len(near) == 1 else ""


def _truths(parameter: Resource, said: str) -> tuple[Edit, ...]:
    """Return what lets a parameter be a truth only."""
    if said.lower() not in TRUTH or {"allowed_values", "AllowedValues"} & parameter.body.names:
        return ()
    words = Sequence((Literal("true"), Literal("false")))
    edits: list[Edit] = [InsertArgument(parameter, parameter.body, "allowed_values", words, after="type")]
    if isinstance(default := parameter.value, Literal) and isinstance(default.value, bool):
        edits.append(Replace(default, Literal(str(default.value).lower()).in_place_of(default)))
    return tuple(edits)
