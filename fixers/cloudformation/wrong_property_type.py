"""Value of a type that CloudFormation does not convert.

CloudFormation takes ``443`` for ``"443"`` and ``"true"`` for ``true``, but neither one thing for a list of it nor a
list of one for the thing itself, and no list of tags where a map is wanted: "Value of property SecurityGroupIds must be
of type List of String". Where the schema leaves one way to write the same, it is written so: a constant, a reference or
an object in a list of its own, the only item of a list without it, tags as a map or as a list of ``Key`` and ``Value``,
a word such as ``yes`` as the truth it is, a mode or a switch in the object that has it, and one notification of a
bucket for each of several events.

That is safe, because the resource could not be created. Several items where one is wanted, and objects where text is
wanted, are only reported; values that only a deployment knows, and paths that ``aws cloudformation package`` uploads,
are left alone.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Conditional, Kind, Literal, Reference, Value
from iacfix.transforms.properties import Given, fits, given, types_of
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.reshaped import one_for_each, reshaped

fixer = Fixer(
    __name__,
    code="CFN015",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E3012"},
)

WORDS = {"s": "text", "n": "a number", "i": "a whole number", "b": "true or false", "o": "an object", "a": "a list"}
# Where `aws cloudformation package` puts a place in a bucket for a path.
PACKAGED = {"BodyS3Location", "Code", "Content", "DefinitionS3Location", "S3", "SourceBundle"}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the values that cannot be what their property wants."""
    for each in given(component):
        value, shape, module = each.value, each.shape, each.place.module
        letters = types_of(value, module)
        if not letters or not shape.types or isinstance(value, Conditional) or fits(value, shape, module):
            continue
        if each.entry.name in PACKAGED and "s" in letters:
            continue
        wanted = " or ".join(WORDS[letter] for letter in "soaibn" if letter in shape.types)
        message = f"{each.place.type.name} wants {wanted} for {each.argument}"
        new = reshaped(value, each.entry.name, shape, module)
        fixes: tuple[Fix, ...] = ()
        if edits := one_for_each(each):
            fixes = (Fix("write one for each", Tier.SAFE, Impact.CREATE, edits),)
        elif new is not None and not _shared(each, value):
            edit = Replace(value, new if new.origin else new.in_place_of(value))
            fixes = (Fix(f"write it as {wanted}", Tier.SAFE, Impact.CREATE, (edit,)),)
        at = (module, each.place.resource, value, each.argument, Severity.BLOCKER)
        yield Finding(message, *at, fixes, "" if fixes else f"give it {wanted}", normal=each.argument)


def _shared(each: Given, value: Value) -> bool:
    """Say whether *value* is an input whose default is several things in one text."""
    if not (isinstance(value, Reference) and value.kind is Kind.INPUT):
        return False
    declared = each.place.module.target(value)
    default = declared.value if declared is not None else None
    return default is None or not isinstance(default, Literal) or "," in str(default.value)
