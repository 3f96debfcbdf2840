"""Name of a security group that begins with ``sg-``.

AWS keeps ``sg-`` for the IDs of security groups, and rejects a name that begins with it. The provider says so when the
code is planned.

The ``sg-`` is taken off where the name is written, which is safe: no group could be created under that name. Where
another group of the module has the shorter name already, a person has to find a third.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Module, Resource, Template, Value, dotted
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import places

fixer = Fixer(
    __name__,
    code="TF012",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("hcl",),
    neighbours={"terraform": "invalid value for name (cannot begin with sg-)"},
)

GROUP = "aws_security_group"
ARGUMENTS = ("name", "name_prefix")
RESERVED = "sg-"


@fixer.on(GROUP)
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the reserved names of *resource*."""
    for argument in ARGUMENTS:
        if (value := resource.get(argument)) is None or resource.kind is not Kind.RESOURCE:
            continue
        for place in places(component, module, value, _is_name, argument):
            if (shorter := _shorter(place.meaning)) is None:
                continue
            where = (module, resource, place.used, dotted(place.path), Severity.BLOCKER)
            message = "the name of a security group cannot begin with sg-"
            if any(other.get(argument) == shorter for other in module.of_type(GROUP)):
                yield Finding(message, *where, advice="another group has the name without sg-: find a third one")
                continue
            edit = Replace(place.value, shorter.in_place_of(place.value))
            yield Finding(message, *where, (Fix("take sg- off", Tier.SAFE, Impact.CREATE, (edit,)),))


def _is_name(resource: Resource, path: tuple[str, ...]) -> bool:
    return resource.type == GROUP and path[:1] in {(argument,) for argument in ARGUMENTS}


def _shorter(name: Value) -> Value | None:
    """Return *name* without what is reserved, or None when it has nothing of it or nothing else."""
    match name:
        case Literal(value=str() as text) if text.startswith(RESERVED) and (rest := _rest(text)):
            return Literal(rest)
        case Template(parts=(Literal(value=str() as text), *others)) if text.startswith(RESERVED):
            rest = _rest(text)
            parts = (*((Literal(rest),) if rest else ()), *others)
            return parts[0] if len(parts) == 1 else Template(parts)
        case _:
            return None


def _rest(text: str) -> str:
    while text.startswith(RESERVED):
        text = text.removeprefix(RESERVED)
    return text
