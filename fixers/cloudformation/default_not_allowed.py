"""Default of a parameter that the parameter itself does not allow.

CloudFormation checks ``Default`` against ``AllowedValues``, ``AllowedPattern``, the lengths and the limits, and rejects
the template where it does not fit, whatever value is handed over.

A default that is one of the allowed values in other capital letters, or nearly spelled as one, becomes that one; so
does one that is as long as one of them (``Daily`` for ``TwentyFour_Hours``), and the default of a parameter that allows
a single value. That is safe: no stack could be made before. Which default
is right otherwise nobody can tell: it is reported.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.durations import as_long
from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Resource, Sequence, Value
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import nearly

fixer = Fixer(
    __name__,
    code="CFN044",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E2015"},
)

LISTS = ("CommaDelimitedList", "List<")
NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?")


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the defaults that do not fit."""
    for module in component.modules:
        for parameter in module.of(Kind.INPUT):
            default = parameter.get("default")
            if not isinstance(default, Literal) or default.origin is None or _text(parameter.get("type")) == "":
                continue
            if why := _objection(parameter, default):
                meant = _meant(parameter, default)
                where = (module, parameter, default, "default", Severity.BLOCKER)
                message = f"default {_text(default)!r} {why}" if not parameter.get("sensitive") else f"default {why}"
                if meant is not None and meant.origin is not None:
                    new = Literal(meant.value).in_place_of(meant)
                    fix = Fix(f"make it {_text(meant)!r}", Tier.SAFE, Impact.CREATE, (Replace(default, new),))
                    yield Finding(message, *where, (fix,))
                else:
                    yield Finding(message, *where, advice="choose a default that fits, or let the parameter allow it")


def _text(value: Value | None) -> str:
    """Return a constant as CloudFormation compares it."""
    match value:
        case Literal(value=bool() as truth):
            return str(truth).lower()
        case Literal(value=constant) if constant is not None:
            return str(constant)
        case _:
            return ""


def _allowed(parameter: Resource) -> list[Literal] | None:
    """Return the values that are allowed; None where none are named, or not all are constants."""
    values = parameter.get("allowed_values")
    if not isinstance(values, Sequence) or not values.items:
        return None
    found = [item for item in values.items if isinstance(item, Literal)]
    return found if len(found) == len(values.items) else None


def _objection(parameter: Resource, default: Literal) -> str:
    """Return what CloudFormation says against *default*, or an empty string."""
    type_ = _text(parameter.get("type"))
    if type_.startswith("AWS::SSM::Parameter::"):
        return ""  # it is the name of what has the value
    listed = type_.startswith(LISTS) or "List<" in type_
    said = _text(default)
    parts = [part.strip() for part in said.split(",")] if listed else [said]
    allowed = {_text(value) for value in _allowed(parameter) or ()}
    if allowed and said not in allowed and not set(parts) <= allowed:
        return "is none of the allowed values"
    if type_ == "Number" and not NUMBER.fullmatch(said):
        return "is no number"
    if type_ == "String":
        return _pattern(parameter, said) or _length(parameter, said)
    return _limits(parameter, float(said)) if type_ == "Number" else ""


def _pattern(parameter: Resource, said: str) -> str:
    pattern = _text(parameter.get("allowed_pattern"))
    try:
        fits = not pattern or re.fullmatch(pattern, said) is not None
    except (re.error, RecursionError):
        return ""  # it is one of Java's
    return "" if fits else "does not match the allowed pattern"


def _length(parameter: Resource, said: str) -> str:
    least, most = (_number(parameter.get(name)) for name in ("min_length", "max_length"))
    short = least is not None and len(said) < least
    long = most is not None and len(said) > most
    return f"is too {'short' if short else 'long'}" if short or long else ""


def _limits(parameter: Resource, said: float) -> str:
    least, most = (_number(parameter.get(name)) for name in ("min_value", "max_value"))
    low = least is not None and said < least
    high = most is not None and said > most
    return f"is too {'low' if low else 'high'}" if low or high else ""


def _number(value: Value | None) -> float | None:
    text = _text(value)
    return float(text) if NUMBER.fullmatch(text) else None


def _meant(parameter: Resource, default: Literal) -> Literal | None:
    """Return the allowed value that *default* means, or None."""
    allowed = _allowed(parameter)
    if allowed is None or "," in _text(default):
        return None
    by_text = {_text(value): value for value in allowed}
    near = nearly(_text(default), frozenset(by_text)) or as_long(_text(default), by_text)
    if len(near) == 1 and not _objection(parameter, by_text[near[0]]):
        return by_text[near[0]]
    return allowed[0] if len(allowed) == 1 and not _objection(parameter, allowed[0]) else None
