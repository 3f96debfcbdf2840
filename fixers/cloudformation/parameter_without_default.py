"""Parameter without a default, which a deployment by itself has no value for.

A pipeline that makes a stack for each branch hands over nothing but a name, and CloudFormation stops at the first
parameter without a value. In the family ``ephemeral``.

Where the parameter names the values that it allows, the one for trying things out becomes the default, else the first;
``dev`` becomes that of an environment's suffix. It wants ``--unsafe``: who forgot to hand over a value was told so, and
now gets that one. What else a default should be nobody can tell, least of all that of a secret: it is reported.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import InsertArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Resource, Sequence
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="CFN049",
    since="0.1.0",
    tiers=(Tier.UNSAFE,),
    languages=("cloudformation",),
    optional="ephemeral",
)

TRIAL = ("dev", "development", "test", "sandbox", "staging", "false", "no")
"""Values that are for trying things out, the first that is allowed before the others."""
SUFFIX = re.compile(r"(?:env(?:ironment)?)?suffix|env(?:ironment)?(?:name)?", re.IGNORECASE)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the parameters that want a value."""
    for module in component.modules:
        for parameter in module.of(Kind.INPUT):
            if parameter.get("default") is not None or parameter.get("type") is None:
                continue
            message = f"parameter {parameter.name} has no default"
            where = (module, parameter, parameter, "default", Severity.NOTE)
            value = None if parameter.get("sensitive") else _default(parameter)
            if value is None:
                yield Finding(message, *where, advice="give it one that a deployment by itself can do with")
                continue
            edit = InsertArgument(parameter, parameter.body, "default", value, after="type")
            yield Finding(message, *where, (Fix(f"make it {value.value}", Tier.UNSAFE, Impact.NONE, (edit,)),))


def _default(parameter: Resource) -> Literal | None:
    """Return the default that can be told, or None."""
    if parameter.get("type") not in {Literal("String"), Literal("Number")}:
        return None
    allowed = parameter.get("allowed_values")
    if isinstance(allowed, Sequence):
        constants = [item for item in allowed.items if isinstance(item, Literal)]
        if len(constants) < len(allowed.items) or not constants:
            return None
        by_text = {str(item.value).casefold(): item for item in constants}
        return Literal(next((by_text[word] for word in TRIAL if word in by_text), constants[0]).value)
    pattern = parameter.get("allowed_pattern")
    fits = pattern is None or (isinstance(pattern, Literal) and _matches(str(pattern.value), "dev"))
    limited = {"min_length", "max_length"} & parameter.body.names
    return Literal("dev") if SUFFIX.fullmatch(parameter.name) and fits and not limited else None


def _matches(pattern: str, text: str) -> bool:
    try:
        return re.fullmatch(pattern, text) is not None
    except re.error:
        return False
