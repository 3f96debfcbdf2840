"""Attribute that ``Fn::GetAtt`` cannot ask for.

"Template error: resource Bucket does not support attribute type Name in Fn::GetAtt". Each type returns a few
attributes, in one spelling: ``Arn`` and not ``arn``, ``TopicArn`` of a topic, ``Endpoint.Address`` of a database. What
a resource is called is often no attribute at all, but what ``Ref`` returns.

Where one attribute is meant, or ``Ref``, it is written so; in ``Fn::Sub`` as well. That is safe: the template cannot be
deployed as it is. What comes near without being the same is listed. Custom resources, nested stacks and modules return
what they like, and are left alone.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-getatt.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from iacfix.transforms.edits import Replace
from iacfix.transforms.facts.cloudformation import Type, resource_type
from iacfix.transforms.facts.moved_cloudformation import ASKED
from iacfix.transforms.facts.twins import snake
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.likeness import like, longer, misspelt, of_itself, said_otherwise, same_word, shortened, words
from iacfix.transforms.misplaced import among
from iacfix.transforms.model import Component, Kind, Reference, dotted, walk
from iacfix.transforms.properties import rewritten
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="CFN017",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E1010, E1019, E6101"},
)

REF = "Ref"


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the attributes that the resource that they are asked of does not have."""
    for module in component.modules:
        if rewritten(module):
            continue
        for resource in module.of(Kind.RESOURCE, Kind.OUTPUT):
            for path, value in walk(resource.written):
                if not isinstance(value, Reference) or value.kind is not Kind.RESOURCE or value.origin is None:
                    continue
                declared = module.target(value)
                type_ = resource_type(declared.source_type) if declared is not None else None
                asked = value.attribute
                if type_ is None or asked in {REF, ""} or type_.has_attribute(asked):
                    continue
                meant = _meant(type_, asked)
                fixes = tuple(_fix(value, one) for one in (meant if len(meant) == 1 else ()))
                message = f"{type_.name} has no attribute {asked}"
                advice = "" if fixes else _advice(type_, asked, meant)
                at = (module, resource, value, dotted(path), Severity.BLOCKER)
                yield Finding(message, *at, fixes, advice, normal=f"{value.name}.{asked}")


def _fix(value: Reference, attribute: str) -> Fix:
    title = "use what Ref returns" if attribute == REF else f"ask for {attribute}"
    new = value.attribute_is(attribute).in_place_of(value)
    return Fix(title, Tier.SAFE, Impact.CREATE, (Replace(value, new),))


def _meant(type_: Type, asked: str) -> list[str]:
    """Return the attributes that *asked* may be meant to be."""
    if (known := ASKED.get(type_.name, {}).get(asked)) is not None:
        return [known]
    attributes = type_.attributes
    cased = [name for name in attributes if name.lower() == asked.lower()]
    if cased:
        return cased
    context = words(snake(type_.name.rpartition("::")[2]))
    if type_.identifier and (
        asked.lower() == type_.identifier.lower()
        or among(lambda name, names: of_itself(name, names, context), asked, [type_.identifier])
    ):
        return [REF]
    plain = [name for name in attributes if "." not in name]
    return (
        among(same_word, asked, plain)
        or among(lambda name, names: of_itself(name, names, context), asked, plain)
        or among(misspelt, asked, plain)
        or _within(attributes, asked, context)
        or _shortest(among(longer, asked, plain))
        or among(lambda name, names: said_otherwise(name, names, context), asked, plain)
    )


def _shortest(names: list[str]) -> list[str]:
    """Return the one of *names* that all others begin with; else all of them."""
    first = min(names, key=len, default="")
    return [first] if first and all(name.startswith(first) for name in names) else names


def _within(attributes: Sequence[str], asked: str, context: Iterable[str]) -> list[str]:
    """Return the attributes of an attribute that *asked* may be: with one of its two names right, or without one."""
    head, dot, last = asked.rpartition(".")
    parts = [(name, *name.rpartition(".")[::2]) for name in attributes if name.count(".") == 1]
    if not dot:
        return [name for name, _, end in parts if end == asked]

    def close(name: str, other: str) -> bool:
        alike = (same_word(name, [other]), misspelt(name, [other]), of_itself(name, [other], context))
        return any(alike) or bool(said_otherwise(name, [other]))

    return [
        name
        for name, outer, end in parts
        if (outer == head and (close(snake(last), snake(end)) or snake(end).endswith(f"_{snake(last)}")))
        or (end == last and (close(snake(head), snake(outer)) or shortened(snake(head), [snake(outer)])))
    ]


def _advice(type_: Type, asked: str, meant: list[str]) -> str:
    spelled = {snake(name): name for name in type_.attributes}
    near = meant or [spelled[name] for name in like(snake(asked), spelled)]
    return f"perhaps {' or '.join(near)} is meant" if near else f"it has {', '.join(type_.attributes[:8]) or 'none'}"
