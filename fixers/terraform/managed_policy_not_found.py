"""AWS managed policy under a path that it does not have.

The ARN of a managed policy has a path, and it is no decoration: ``service-role/AWSLambdaBasicExecutionRole`` exists,
``AWSLambdaBasicExecutionRole`` does not, and with ``AmazonEKSClusterPolicy`` it is the other way round. Attaching what
does not exist fails when it is applied.

The path is mended where the ARN is written, which is safe: what was written could not be attached. So are the names of
the policy for AWS Config, of which only ``service-role/AWS_ConfigRole`` is left. The partition stays as it is.

https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.facts.managed_policies import PATHS, SUCCESSORS
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Module, Reference, Resource, Template, Value, dotted
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import Place, places

fixer = Fixer(__name__, code="TF013", since="0.1.0", tiers=(Tier.SAFE,), languages=("hcl", "cloudformation"))

TAKES_POLICIES = {
    "aws_iam_group_policy_attachment": "policy_arn",
    "aws_iam_group_policy_attachments_exclusive": "policy_arns",
    "aws_iam_policy_attachment": "policy_arn",
    "aws_iam_group": "ManagedPolicyArns",
    "aws_iam_role": "managed_policy_arns",
    "aws_iam_role_policy_attachment": "policy_arn",
    "aws_iam_role_policy_attachments_exclusive": "policy_arns",
    "aws_iam_user": "ManagedPolicyArns",
    "aws_iam_user_policy_attachment": "policy_arn",
    "aws_iam_user_policy_attachments_exclusive": "policy_arns",
    "aws_ssoadmin_managed_policy_attachment": "managed_policy_arn",
    "AWS::SSO::PermissionSet": "ManagedPolicies",
}
EACH = {"each.key", "each.value"}
POLICY = re.compile(r"(?P<head>:iam::aws:policy/)(?P<path>(?:[\w-]+/)*)(?P<name>[\w+=,.@-]+)")


@fixer.on(*TAKES_POLICIES)
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the policies that *resource* attaches and that are not where it says."""
    argument = TAKES_POLICIES[resource.type]
    value = resource.get(argument)
    if isinstance(value, Reference) and value.kind is Kind.BUILTIN and value.name in EACH and not value.path:
        argument, value = "for_each", resource.meta.get("for_each")
    if value is None or resource.kind is not Kind.RESOURCE:
        return
    for place in places(component, module, value, _takes_policies, argument):
        if (found := _mended(place)) is not None:
            new, wrong, right = found
            fix = Fix(f"call it {right}", Tier.SAFE, Impact.CREATE, (Replace(place.value, new),))
            message = f"there is no managed policy {wrong}"
            yield Finding(message, module, resource, place.used, dotted(place.path), Severity.BLOCKER, (fix,))


def _takes_policies(resource: Resource, path: tuple[str, ...]) -> bool:
    argument = TAKES_POLICIES.get(resource.type)
    if path[:1] == ("for_each",):
        return isinstance(each := resource.get(argument or ""), Reference) and each.name in EACH
    return path[:1] == (argument,)


def _mended(place: Place) -> tuple[Value, str, str] | None:
    """Return the right ARN, and what was called how, or None when nothing is wrong."""
    match place.meaning:
        case Literal(value=str() as text):
            head: tuple[Value, ...] = ()
        case Template(parts=(*before, Literal(value=str() as text))):
            head = tuple(before)
        case _:
            return None
    if not head and text in PATHS:
        right = PATHS[text] + text
        return Literal(f"arn:aws:iam::aws:policy/{right}").in_place_of(place.value), text, right
    found = POLICY.search(text)
    if found is None or found.end() != len(text) or not (head or text.startswith("arn:")):
        return None
    name = SUCCESSORS.get(found["name"], found["name"])
    if name not in PATHS or found["path"] + found["name"] == PATHS[name] + name:
        return None
    right = PATHS[name] + name
    tail = Literal(text[: found.end("head")] + right)
    new = Template((*head, tail)) if head else tail
    return new.in_place_of(place.value), found["path"] + found["name"], right
