"""ARN where the name of a role, user or group is expected.

IAM looks roles, users and groups up by name. A policy attachment, an inline policy or an instance profile that is given
an ARN is rejected, as a rule only when it is applied: the colons and slashes of an ARN are not allowed in a name.

A reference is switched from the ARN to the name, which is safe: nothing that was written so could be created. It is
changed where it is written, through locals, conditionals and the callers of a module; where something else needs the
ARN that is passed along, the reference is put in place of what passes it. An output that gives the ARN is exchanged for
the module's output that gives the name, which is added where there is none. A hard-coded ARN is cut down to the name at
its end, which is unsafe: the account in the ARN is lost.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import InsertResource, Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import (
    Component,
    Kind,
    Literal,
    Module,
    Reference,
    Resource,
    Template,
    Value,
    dotted,
    mapping,
)
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import Place, places

fixer = Fixer(__name__, code="IAM002", since="0.1.0", tiers=(Tier.SAFE, Tier.UNSAFE))

# The arguments that take names, and whose. The types without a twin in Terraform keep their own.
TAKES_NAMES = {
    "aws_iam_group_membership": {"group": "group", "users": "user"},
    "aws_iam_group_policy": {"group": "group"},
    "aws_iam_group_policies_exclusive": {"group_name": "group"},
    "aws_iam_group_policy_attachment": {"group": "group"},
    "aws_iam_group_policy_attachments_exclusive": {"group_name": "group"},
    "aws_iam_instance_profile": {"role": "role", "roles": "role", "Roles": "role"},
    "aws_iam_policy": {"Roles": "role", "Users": "user", "Groups": "group"},
    "aws_iam_policy_attachment": {"groups": "group", "roles": "role", "users": "user"},
    "aws_iam_role_policies_exclusive": {"role_name": "role"},
    "aws_iam_role_policy": {"role": "role"},
    "aws_iam_role_policy_attachment": {"role": "role"},
    "aws_iam_role_policy_attachments_exclusive": {"role_name": "role"},
    "aws_iam_user_group_membership": {"groups": "group", "user": "user"},
    "aws_iam_user_policies_exclusive": {"user_name": "user"},
    "aws_iam_user_policy": {"user": "user"},
    "aws_iam_user_policy_attachment": {"user": "user"},
    "aws_iam_user_policy_attachments_exclusive": {"user_name": "user"},
    "AWS::IAM::GroupPolicy": {"GroupName": "group"},
    "AWS::IAM::InstanceProfile": {"Roles": "role"},
    "AWS::IAM::ManagedPolicy": {"Groups": "group", "Roles": "role", "Users": "user"},
    "AWS::IAM::Policy": {"Groups": "group", "Roles": "role", "Users": "user"},
    "AWS::IAM::RolePolicy": {"RoleName": "role"},
    "AWS::IAM::UserPolicy": {"UserName": "user"},
    "AWS::IAM::UserToGroupAddition": {"GroupName": "group", "Users": "user"},
}

ARN = re.compile(r"arn:[\w-]+:iam::\d{12}:(?P<kind>role|user|group)/(?:[^/]+/)*(?P<name>[\w+=,.@-]+)")
ARN_HEAD = re.compile(r"(?P<kind>:(?:role|user|group)/)(?:[^/]+/)*")


@fixer.on(*TAKES_NAMES)
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the ARNs among the names that *resource* is given."""
    for argument, kind in TAKES_NAMES[resource.type].items():
        if (value := resource.get(argument)) is not None:
            for place in places(component, module, value, _takes_name, argument):
                fix = _fix(place, kind, component)
                if fix is not None:
                    message = f"ARN where the name of a {kind} is expected"
                    at = place.used
                    yield Finding(message, module, resource, at, dotted(place.path), Severity.BLOCKER, (fix,))


def _takes_name(resource: Resource, path: tuple[str, ...]) -> bool:
    return bool(path) and path[0] in TAKES_NAMES.get(resource.type, {})


def _fix(place: Place, kind: str, component: Component) -> Fix | None:
    """Return what puts the name of the *kind* in place of the ARN at *place*, or None when there is no ARN."""
    old = place.value
    match place.meaning:
        case Reference(kind=Kind.RESOURCE | Kind.DATA, type=found, attribute="arn") as arn if (
            found == f"aws_iam_{kind}"
        ):
            return _safe(Replace(old, arn.attribute_is("name").in_place_of(old)))
        case Reference(kind=Kind.MODULE, path=(str() as output,)) as arn:
            return _output_of_name(place, arn, output, kind, component)
        case Literal(value=str() as text) if (matched := ARN.fullmatch(text)) and matched["kind"] == kind:
            return _cut(Replace(old, Literal(matched["name"]).in_place_of(old)))
        case Template(parts=parts) if (name := _composed(parts, kind)) is not None:
            return _cut(Replace(old, name.in_place_of(old)))
        case _:
            return None


def _safe(*edits: Replace | InsertResource) -> Fix:
    return Fix("use the name", Tier.SAFE, Impact.CREATE, edits)


def _cut(edit: Replace) -> Fix:
    return Fix("use the name at the end of the ARN", Tier.UNSAFE, Impact.UPDATE, (edit,))


def _composed(parts: tuple[Value, ...], kind: str) -> Value | None:
    """Return the name at the end of an ARN that is put together from *parts*, or None when it is none."""
    match parts:
        case (Literal(value=str() as first), *_) if first.startswith("arn:"):
            pass
        case _:
            return None
    for position, part in enumerate(parts):
        if isinstance(part, Literal) and isinstance(part.value, str) and (found := ARN_HEAD.search(part.value)):
            rest = part.value[found.end() :]
            name = (*((Literal(rest),) if rest else ()), *parts[position + 1 :])
            if found["kind"] != f":{kind}/" or any(isinstance(p, Literal) and "/" in str(p.value) for p in name):
                return None
            return (name[0] if len(name) == 1 else Template(name)) if name else None
    return None


def _output_of_name(place: Place, arn: Reference, output: str, kind: str, component: Component) -> Fix | None:
    """Return what takes the name from the module that *arn* takes the ARN from."""
    call = place.module.target(arn)
    callee = component.callee(call) if call else None
    given = callee.find(Kind.OUTPUT, "", output) if callee else None
    if callee is None or given is None or not isinstance(given.value, Reference):
        return None
    wanted = given.value
    if wanted.type != f"aws_iam_{kind}" or wanted.attribute != "arn":
        return None
    names = {wanted.attribute_is(attribute) for attribute in ("name", "id")}
    there = next((other.name for other in callee.of(Kind.OUTPUT) if other.value in names), None)
    name = there or (f"{output.removesuffix('arn')}name" if output.endswith("arn") else f"{output}_name")
    use = Replace(place.value, arn.but(path=(name,)).in_place_of(place.value))
    if there is not None:
        return _safe(use)
    if callee.find(Kind.OUTPUT, "", name) is not None:
        return None
    added = Resource(Kind.OUTPUT, "", name, mapping(value=wanted.attribute_is("name").detached()))
    return _safe(use, InsertResource(callee, added, after=given))
