"""Reference to a resource that returns another thing than the property takes.

``Ref`` of a role is its name, and ``Role`` of a function wants its ARN; ``!GetAtt Bucket.Arn`` is an ARN, and a
bucket's policy wants the name of the bucket. Where a property takes ARNs, by its name or by its schema, and the
reference gives the name, the ID or the URL of something that has an ARN, the ARN is put there; where it takes the name
of a bucket or the URL of a queue and the reference gives the ARN, ``Ref`` is. ``SecurityGroups`` of an instance in a
subnet takes no IDs: with them it is called ``SecurityGroupIds``.

That is safe, because the resource could not be created as it was written. The role that starts the containers of an ECS
task is documented to be an ARN, and its name has been seen to work: the ARN is written with ``--fresh``, since a
definition that is deployed is replaced for it. References through parameters, and to types of which it is not known
what ``Ref`` returns, are left alone; so are the roles that ECS tasks have, those of CodeBuild projects and the
function of a URL, which may be told by name.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-ref.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import RenameArgument, Replace
from iacfix.transforms.facts.cloudformation import resource_type
from iacfix.transforms.facts.returned import DOCUMENTED, EITHER, NO_ARN, REF_IS_ARN, WANTS_ARN, WANTS_REF
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Reference, Resource, Sequence
from iacfix.transforms.properties import Given, given, places
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="CFN018",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.FRESH),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E1040, E1041"},
)

REF, ARN = "Ref", "Arn"


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the references that return what their property does not take."""
    yield from _groups(component)
    for each in given(component):
        value, type_ = each.value, each.place.type.name
        if not isinstance(value, Reference) or value.kind is not Kind.RESOURCE:
            continue
        if type_.startswith(EITHER):
            yield from _documented(each, value)
            continue
        declared = each.place.module.target(value)
        if declared is None:
            continue
        if value.attribute == REF and _lacks_arn(each, declared):
            message = f"{type_} wants an ARN for {each.argument}, which Ref of {declared.source_type} is not"
            yield _finding(each, value, message, ARN, "use its ARN")
        elif REF_IS_ARN.get(declared.source_type) == value.attribute and (
            each.shape.formats and not any(form.endswith(".Name") for form in each.shape.formats)
        ):
            message = f"{type_} wants an ARN for {each.argument}, which is what Ref of {declared.source_type} returns"
            yield _finding(each, value, message, REF, "use what Ref returns")
        elif value.attribute == ARN and _wants_ref(each, declared):
            message = f"{type_} wants for {each.argument} what Ref of {declared.source_type} returns"
            yield _finding(each, value, message, REF, "use what Ref returns")


def _documented(each: Given, value: Reference) -> Iterator[Finding]:
    """Yield the name of a role where the documentation wants an ARN, though the service may take the name."""
    type_, declared = each.place.type.name, each.place.module.target(value)
    is_role = declared is not None and declared.source_type == "AWS::IAM::Role" and value.attribute == REF
    if is_role and (type_, each.place.plain(each.entry.name)) in DOCUMENTED:
        message = f"{each.argument} of {type_} is documented as an ARN, which Ref of AWS::IAM::Role is not"
        edit = Replace(value, value.attribute_is(ARN).in_place_of(value))
        fix = Fix("use its ARN", Tier.FRESH, Impact.REPLACE, (edit,))
        at = (each.place.module, each.place.resource, value, each.argument, Severity.NOTE)
        yield Finding(message, *at, (fix,), normal=f"{value.name}.{value.attribute}")


def _groups(component: Component) -> Iterator[Finding]:
    """Yield the lists of names of security groups that are IDs, of instances in a subnet."""
    for place in places(component):
        names = place.mapping.entry("SecurityGroups")
        if place.type.name != "AWS::EC2::Instance" or place.path or names is None:
            continue
        groups = names.value.items if isinstance(names.value, Sequence) else ()
        ids = all(isinstance(group, Reference) and group.attribute == "GroupId" for group in groups)
        if groups and ids and "SubnetId" in place.mapping.names and "SecurityGroupIds" not in place.mapping.names:
            edit = RenameArgument(place.resource, place.mapping, names, "SecurityGroupIds")
            fix = Fix("call it SecurityGroupIds", Tier.SAFE, Impact.CREATE, (edit,))
            message = f"{place.type.name} wants names for SecurityGroups, and takes none in a subnet"
            yield Finding(message, place.module, place.resource, names, names.name, Severity.BLOCKER, (fix,))


def _finding(each: Given, value: Reference, message: str, attribute: str, title: str) -> Finding:
    edit = Replace(value, value.attribute_is(attribute).in_place_of(value))
    fix = Fix(title, Tier.SAFE, Impact.CREATE, (edit,))
    at = (each.place.module, each.place.resource, value, each.argument, Severity.BLOCKER)
    return Finding(message, *at, (fix,), normal=f"{value.name}.{value.attribute}")


def _lacks_arn(each: Given, declared: Resource) -> bool:
    """Say whether an ARN is wanted, and *declared* has one that its Ref is not."""
    facts = resource_type(declared.source_type)
    if declared.source_type not in NO_ARN or facts is None or not facts.has_attribute(ARN):
        return False
    if (each.place.type.name, each.place.plain(each.entry.name)) in WANTS_ARN:
        return True
    formats = each.shape.formats
    if formats:
        return formats == frozenset({f"{declared.source_type}.{ARN}"})
    return each.entry.name.lower().endswith("arn") or each.entry.name.lower().endswith("arns")


def _wants_ref(each: Given, declared: Resource) -> bool:
    """Say whether the name or the URL of *declared* is wanted, and not its ARN."""
    wanted = WANTS_REF.get((each.place.type.name, each.place.plain(each.entry.name)))
    return wanted == declared.source_type or each.shape.formats == frozenset({f"{declared.source_type}.Name"})
