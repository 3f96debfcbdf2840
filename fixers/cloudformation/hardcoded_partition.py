"""ARN that names the partition.

``arn:aws:`` is right in the commercial regions. In China and GovCloud it is ``aws-cn`` and ``aws-us-gov``, and a stack
with the other is not made there. In the family ``hardening``.

``${AWS::Partition}`` takes the place of ``aws``. Where the stack is now that is the same, and nothing changes; it wants
``--unsafe``, since an ARN may name what is in the commercial partition on purpose.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Reference, Template, Value, dotted
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import written

fixer = Fixer(
    __name__,
    code="CFN052",
    since="0.1.0",
    tiers=(Tier.UNSAFE,),
    languages=("cloudformation",),
    optional="hardening",
    neighbours={"cfn-lint": "I3042"},
)

HEAD = "arn:aws:"
PARTITION = Reference(Kind.BUILTIN, "", "AWS::Partition")


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the ARNs of the commercial partition."""
    for module in component.modules:
        for resource in module.of(Kind.RESOURCE, Kind.OUTPUT):
            parts = [part for _, value in written(resource) if isinstance(value, Template) for part in value.parts]
            for path, value in written(resource):
                if path[:1] == ("Metadata",) or any(part is value for part in parts):
                    continue
                if (new := _general(value)) is None:
                    continue
                fix = Fix("take the partition from the stack", Tier.UNSAFE, Impact.NONE, (Replace(value, new),))
                message = "ARN that names the partition"
                yield Finding(message, module, resource, value, dotted(path), Severity.NOTE, (fix,))


def _general(value: Value) -> Value | None:
    """Return *value* with the partition of the stack, or None where it names none.

    A Sub without variables is CFN040's first, which takes it away: what both make of one text would be neither. One
    with the partition has it in the wrong place.
    """
    match value:
        case Literal(value=str() as text) if text.startswith(HEAD):
            return Template((Literal("arn:"), PARTITION, Literal(text[len(HEAD) - 1 :]))).in_place_of(value)
        case Template(function="Fn::Sub", parts=(Literal(value=str() as text), *rest)) if (
            rest
            and text.startswith(HEAD)
            and not any(isinstance(part, Reference) and part.name == PARTITION.name for part in rest)
        ):
            return value.but(parts=(Literal("arn:"), PARTITION, Literal(text[len(HEAD) - 1 :]), *rest))
        case _:
            return None
