"""Property that is required and not given.

CloudFormation, or the service behind it, rejects a resource without it: a trail wants to be told ``IsLogging``, a
target of a rule has an ``Id``, a table a ``KeySchema``. Where only one value can be right, it is given: ``true`` for a
trail, which is there to log; the only word that is accepted; the only attribute as the key of a table; the name of the
resource for a target, whose ``Id`` only tells it from the others of its rule; ``SSEType`` beside a key of one's own.

That is safe, because the resource could not be created. With ``--unsafe``, the ID of a thing of which the template has
one is that one's, and a description is the name of the resource. What else is missing is reported, for a person to say.
Nothing
is said of an object that has a property which there is not: that one is probably what is missing.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from iacfix.transforms.edits import InsertArgument
from iacfix.transforms.facts.cloudformation import resource_type
from iacfix.transforms.facts.twins import snake
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Entry, Kind, Literal, Mapping, Reference, Sequence, Value, mapping
from iacfix.transforms.properties import Place, places
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="CFN013",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E3003"},
)


def _key_of_table(place: Place) -> Value | None:
    match place.mapping.get("AttributeDefinitions"):
        case Sequence(items=(Mapping() as only,)) if (name := only.get("AttributeName")) is not None:
            return Sequence((mapping(AttributeName=name.detached(), KeyType=Literal("HASH")),))
        case _:
            return None


def _id_of_target(place: Place) -> Value | None:
    match place.mapping.get("Arn"):
        case Reference(kind=Kind.RESOURCE, name=name):
            outer = place.outer.mapping.get("Targets") if place.outer is not None else None
            others = outer.items if isinstance(outer, Sequence) else ()
            taken = {other.get("Id") for other in others if isinstance(other, Mapping)}
            return Literal(name) if Literal(name) not in taken and _is_alone(name, others) else None
        case _:
            return None


def _visibility(place: Place) -> Value | None:
    """Return what a rule is seen by where all others of its list say the same, and call the metric as themselves."""
    outer = place.outer.mapping.get("Rules") if place.outer is not None else None
    others = [o for o in outer.items if isinstance(o, Mapping)] if isinstance(outer, Sequence) else []
    given_ = [(o.get("Name"), o.get("VisibilityConfig")) for o in others if o is not place.mapping]
    first = given_[0][1] if given_ else None
    name = place.mapping.get("Name")
    if not isinstance(first, Mapping) or not isinstance(name, Literal):
        return None
    for other, config in given_:
        if not isinstance(config, Mapping) or other is None or config.get("MetricName") != other:
            return None
        if any(config.get(e.name) != e.value for e in first.entries if e.name != "MetricName"):
            return None
    new = [Entry(e.name, (name if e.name == "MetricName" else e.value).detached()) for e in first.entries]
    return Mapping(tuple(new))


def _is_alone(name: str, targets: tuple[Value, ...]) -> bool:
    """Say whether one target only is *name*."""
    arns = [target.get("Arn") for target in targets if isinstance(target, Mapping)]
    return sum(isinstance(arn, Reference) and arn.name == name for arn in arns) == 1


# By type, then the path without numbers: the one value that can be right.
RIGHT: dict[tuple[str, str], Callable[[Place], Value | None]] = {
    ("AWS::CloudTrail::Trail", "IsLogging"): lambda _: Literal(True),
    ("AWS::DynamoDB::Table", "KeySchema"): _key_of_table,
    ("AWS::Events::Rule", "Targets.Id"): _id_of_target,
    ("AWS::WAFv2::RuleGroup", "Rules.VisibilityConfig"): _visibility,
    ("AWS::WAFv2::WebACL", "Rules.VisibilityConfig"): _visibility,
}


# By type, then the path without numbers: what must be given with it, in the same object, and as what.
WITH = {("AWS::DynamoDB::Table", "SSESpecification.KMSMasterKeyId"): ("SSEType", Literal("KMS"))}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what is not given and required."""
    for place in places(component):
        names = place.mapping.names
        if any(not entry.name for entry in place.mapping.entries) or names - set(place.shape.names):
            continue
        for name in place.shape.required:
            if name not in names and name in place.shape.names and not place.reads(name):
                yield _finding(place, name, _right(place, name), Tier.SAFE)
        for entry in place.mapping.entries:
            needed, value = WITH.get((place.type.name, place.plain(entry.name)), ("", None))
            if needed and needed not in names:
                yield _finding(place, needed, value, Tier.SAFE)


def _finding(place: Place, name: str, value: Value | None, tier: Tier) -> Finding:
    if value is None:
        value, tier = _only(place, name) or _described(place, name), Tier.UNSAFE
    fixes: tuple[Fix, ...] = ()
    if value is not None:
        edit = InsertArgument(place.resource, place.mapping, name, value)
        fixes = (Fix(f"give {name}", tier, Impact.CREATE, (edit,)),)
    message = f"{place.type.name} wants {place.to(name)}, which is not given"
    at = place.entry if place.entry is not None and place.alone else place.mapping if place.path else place.resource
    advice = "" if fixes else f"give {name}"
    return Finding(message, place.module, place.resource, at, place.to(name), Severity.BLOCKER, fixes, advice)


def _only(place: Place, name: str) -> Value | None:
    """Return the one resource of the template that ``RouteTableId`` can be."""
    service, _, _ = place.type.name.rpartition("::")
    kind = resource_type(f"{service}::{name.removesuffix('Id')}")
    if place.path or kind is None or kind.name == place.type.name or not kind.identifier.endswith("Id"):
        return None
    there = [each for each in place.module.of(Kind.RESOURCE) if each.source_type == kind.name]
    free = len(there) == 1 and not there[0].meta.names & {"Condition", "condition"}
    return there[0].reference("Ref") if free else None


def _described(place: Place, name: str) -> Value | None:
    """Return a description, which says nothing to AWS: the name of the resource, in words."""
    shape = place.shape.property(name)
    plain = shape is not None and shape.types == frozenset("s") and not shape.words
    if not plain or place.path or not name.endswith("Description"):
        return None
    return Literal(" ".join(snake(place.resource.name).split("_")).capitalize())


def _right(place: Place, name: str) -> Value | None:
    """Return the one value that *name* can have."""
    if (make := RIGHT.get((place.type.name, place.plain(name)))) is not None:
        return make(place)
    shape = place.shape.property(name)
    words = shape.words if shape is not None else ()
    return Literal(words[0]) if len(words) == 1 else None
