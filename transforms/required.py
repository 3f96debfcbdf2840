"""What an object of a template must have and is not given, and the one value that is right for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from iacfix.transforms.code import defines
from iacfix.transforms.facts.cloudformation import resource_type
from iacfix.transforms.facts.twins import snake
from iacfix.transforms.model import Entry, Kind, Literal, Mapping, Module, Reference, Sequence, Value, mapping
from iacfix.transforms.properties import Place
from iacfix.transforms.scripts import readable
from iacfix.transforms.sources import inline_source

ACCOUNT = Reference(Kind.BUILTIN, "", "AWS::AccountId")


@dataclass(frozen=True, slots=True)
class Missing:
    """The property *name* that *place* does not have; *value* is what it should be, *sure* that it can be only that."""

    place: Place
    name: str
    value: Value | None
    sure: bool = True

    @property
    def argument(self) -> str:
        """Its path, as a finding has it."""
        return self.place.to(self.name)


def missing(place: Place) -> Iterator[Missing]:
    """Yield what *place* must have and does not.

    Nothing is said of an object that has a property which there is not: that one is probably what is missing.
    """
    names = place.mapping.names
    if any(not entry.name for entry in place.mapping.entries) or names - set(place.shape.names):
        return
    for name in place.shape.required:
        if name not in names and name in place.shape.names and not place.reads(name):
            yield _missing(place, name)
    for entry in place.mapping.entries:
        needed, value = WITH.get((place.type.name, place.plain(entry.name)), ("", None))
        if needed and needed not in names:
            yield Missing(place, needed, value)
    if place.type.name == "AWS::Lambda::Function" and not place.path:
        yield from _of_inline_code(place)


def _missing(place: Place, name: str) -> Missing:
    if (found := LIKELY.get((place.type.name, place.plain(name)))) is not None:
        return found(place, name)
    if (value := _right(place, name)) is not None:
        return Missing(place, name, value)
    return Missing(place, name, _only(place, name) or _described(place, name), sure=False)


def _right(place: Place, name: str) -> Value | None:
    """Return the one value that *name* can have."""
    if (make := RIGHT.get((place.type.name, place.plain(name)))) is not None:
        return make(place)
    if name == "CatalogId" and place.type.name.startswith("AWS::Glue::") and not place.path:
        return _catalog(place.module)
    shape = place.shape.property(name)
    words = shape.words if shape is not None else ()
    return Literal(words[0]) if len(words) == 1 else None


def _catalog(module: Module) -> Value | None:
    """Return the account, whose catalog is its own, unless something of the template is in the catalog of another."""
    glue = [r for r in module.of(Kind.RESOURCE) if r.source_type.startswith("AWS::Glue::")]
    named = [r.written.get("CatalogId") for r in glue]
    return ACCOUNT if all(value is None or value == ACCOUNT for value in named) else None


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


def _is_alone(name: str, targets: tuple[Value, ...]) -> bool:
    """Say whether one target only is *name*."""
    arns = [target.get("Arn") for target in targets if isinstance(target, Mapping)]
    return sum(isinstance(arn, Reference) and arn.name == name for arn in arns) == 1


def _visibility(place: Place) -> Value | None:
    """Return what a rule is seen by where all others of its list say the same, and call the metric as themselves."""
    others = [o for o in _siblings(place, "Rules") if o is not place.mapping]
    given_ = [(o.get("Name"), o.get("VisibilityConfig")) for o in others]
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


def _siblings(place: Place, name: str) -> list[Mapping]:
    """Return the objects of the list *name* that *place* is one of."""
    outer = place.outer.mapping.get(name) if place.outer is not None else None
    return [o for o in outer.items if isinstance(o, Mapping)] if isinstance(outer, Sequence) else []


def _propagated(place: Place, name: str) -> Missing:
    """Return whether a tag of a group is given to its instances.

    The name of the group itself is another property, so that a tag ``Name`` is for them; others are as all beside them.
    """
    told = {value for o in _siblings(place, "Tags") if (value := o.get(name)) is not None}
    if place.mapping.get("Key") == Literal("Name"):
        return Missing(place, name, Literal(True), sure=False)
    return Missing(place, name, told.pop().detached() if len(told) == 1 else None, sure=False)


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


def _of_inline_code(place: Place) -> Iterator[Missing]:
    """Yield what a function of inline code must have: what runs it, and which function of the code is called."""
    code = place.mapping.get("Code", "ZipFile")
    text = readable(code) if code is not None else None
    if text is None:
        return
    names = defines(text, ".py")
    family = "python" if names else "nodejs" if defines(text, ".js") else ""
    if "Runtime" not in place.mapping.names:
        yield Missing(place, "Runtime", _runtime_beside(place.module, family), sure=False)
    if "Handler" not in place.mapping.names:
        callable_ = sorted((names or defines(text, ".js") or frozenset()) & {"handler", "lambda_handler"})
        yield Missing(place, "Handler", Literal(f"index.{callable_[0]}") if len(callable_) == 1 else None)


def _runtime_beside(module: Module, family: str) -> Value | None:
    """Return the runtime of all other functions of *module* whose code stands in it and is of that *family*."""
    others = [r for r in module.of(Kind.RESOURCE) if r.type == "aws_lambda_function" and inline_source(r) is not None]
    told = {value for r in others if (value := r.written.get("Runtime")) is not None}
    constants = {v.value for v in told if isinstance(v, Literal) and str(v.value).startswith(family)}
    return Literal(constants.pop()) if family and len(constants) == 1 else None


# By type, then the path without numbers: the one value that can be right.
RIGHT: dict[tuple[str, str], Callable[[Place], Value | None]] = {
    ("AWS::CloudTrail::Trail", "IsLogging"): lambda _: Literal(True),
    ("AWS::DynamoDB::Table", "KeySchema"): _key_of_table,
    ("AWS::Events::Rule", "Targets.Id"): _id_of_target,
    ("AWS::WAFv2::RuleGroup", "Rules.VisibilityConfig"): _visibility,
    ("AWS::WAFv2::WebACL", "Rules.VisibilityConfig"): _visibility,
}
# The same, where another value would be accepted, and mean something else.
LIKELY: dict[tuple[str, str], Callable[[Place, str], Missing]] = {
    ("AWS::AutoScaling::AutoScalingGroup", "Tags.PropagateAtLaunch"): _propagated,
}
# By type, then the path without numbers: what must be given with it, in the same object, and as what.
WITH: dict[tuple[str, str], tuple[str, Value]] = {
    ("AWS::DynamoDB::Table", "SSESpecification.KMSMasterKeyId"): ("SSEType", Literal("KMS")),
}
