"""Property that belongs one level further in or out.

The type knows a property of this name, but not where it is written: beside the object that it belongs into
(``Type`` and ``Port`` of a health check, which ``HealthCheckConfig`` holds), inside of one that it belongs beside
(``Tags`` in the ``DistributionConfig`` of a distribution), or in an object that there is not. ``DependsOn``,
``Condition`` and the policies of a resource stand beside ``Properties``, never among them, and its properties never
beside ``Type``. What Terraform has as arguments of a load balancer, such as ``DeregistrationDelay``, is an item of its
``TargetGroupAttributes``. CloudFormation rejects the template.

Where exactly one place takes it, the property moves there with its value and comments, and objects that hold nothing
else are made; that is safe, because the resource could not be created. Names that many objects have, such as ``Name``
or ``Enabled``, do not say which one is meant: they are only reported.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, MoveArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.misplaced import ATTRIBUTES, Misfit, Way, into_list, misfits
from iacfix.transforms.model import Component, Mapping
from iacfix.transforms.properties import Place, fits, places
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="CFN011",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E3001, E3002"},
)


# What CloudFormation, SAM and custom resources take beside the type, whatever the schema has of that name.
TAKEN = {*ATTRIBUTES, "Connectors", "Description", "IgnoreGlobals", "Version"}
# Whose transform leaves out what stands beside the properties.
IGNORANT = "AWS::Serverless::"


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what belongs into another object of the same resource."""
    found = misfits(component)
    for misfit in found:
        place, name = misfit.place, misfit.entry.name
        at = (place.module, place.resource, misfit.entry, misfit.argument, Severity.BLOCKER)
        type_ = place.type.name
        match misfit.way:
            case Way.UNWRAP:
                yield Finding(f"what {type_} is given in {misfit.argument} belongs beside it", *at, _unwrapped(misfit))
            case Way.LIFT:
                yield Finding(f"{misfit.argument} of {type_} belongs outside of the object", *at, _lifted(misfit))
            case Way.SINK:
                together = [m for m in found if m.place is place and m.way is Way.SINK and m.name == misfit.name]
                message = f"{misfit.argument} of {type_} belongs into {place.to(misfit.name)}"
                yield Finding(message, *at, _sunk(misfit, together))
            case Way.ATTRIBUTE:
                message = f"{name} is no property of {type_}, but belongs beside its properties"
                yield Finding(message, *at, _beside(misfit))
            case Way.SETTING:
                message = f"{name} is no property of {type_}, but one of its {misfit.candidates[0]}"
                yield Finding(message, *at, _setting(misfit))
            case _:
                pass
    for place in places(component):
        if not place.path and not place.type.name.startswith(IGNORANT):
            yield from _outside(place)


def _fix(title: str, *edits: Edit) -> tuple[Fix, ...]:
    return (Fix(title, Tier.SAFE, Impact.CREATE, edits),)


def _unwrapped(misfit: Misfit) -> tuple[Fix, ...]:
    place, inner = misfit.place, misfit.entry.value
    if not isinstance(inner, Mapping):
        return ()
    return _fix(
        f"write it beside {misfit.entry.name}", MoveArgument(place.resource, inner, inner.entries, place.mapping)
    )


def _lifted(misfit: Misfit) -> tuple[Fix, ...]:
    place = misfit.place
    if misfit.into is None:
        return ()
    edit = MoveArgument(place.resource, place.mapping, (misfit.entry,), misfit.into.mapping)
    return _fix("move it out of the object", edit)


def _sunk(misfit: Misfit, together: list[Misfit]) -> tuple[Fix, ...]:
    """Return what moves a misfit into its object, with all that goes there too."""
    place = misfit.place
    there = place.mapping.entry(misfit.name)
    into = there.value if there is not None and isinstance(there.value, Mapping) else misfit.name
    entries = tuple(each.entry for each in together)
    return _fix(f"move it into {misfit.name}", MoveArgument(place.resource, place.mapping, entries, into))


def _beside(misfit: Misfit) -> tuple[Fix, ...]:
    place, entry = misfit.place, misfit.entry
    edit = MoveArgument(place.resource, place.mapping, (entry,), place.resource.meta)
    return _fix("move it out of the properties", edit)


def _setting(misfit: Misfit) -> tuple[Fix, ...]:
    edits = into_list(misfit)
    return _fix(f"make it one of the {misfit.candidates[0]}", *edits) if edits else ()


def _outside(place: Place) -> Iterator[Finding]:
    """Yield the properties that stand beside the type of a resource."""
    resource = place.resource
    for entry in resource.meta.entries:
        shape = place.shape.property(entry.name)
        if entry.name not in TAKEN and shape is not None and entry.name not in place.mapping.names:
            edit = MoveArgument(resource, resource.meta, (entry,), place.mapping)
            fixes = _fix("move it into the properties", edit) if fits(entry.value, shape, place.module) else ()
            message = f"{entry.name} is a property of {place.type.name}, and stands beside its properties"
            yield Finding(message, place.module, resource, entry, entry.name, Severity.BLOCKER, fixes)
