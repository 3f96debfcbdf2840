"""Parameter without a default for what a test account does not have: a key pair, a certificate, an e-mail address.

A stack that is made by a pipeline, for a branch, for a day, cannot be made without them, and does not need them. In
the family ``ephemeral``, and with ``--unsafe``.

The parameter may be empty then, and a condition says where it is not: an instance has no key pair without one; a
listener with a certificate is not made without one, and the one that leads to it answers itself; a distribution has the
name and the certificate of CloudFront; nobody is told by mail whose address is not given. Who hands over a value gets
what they got. Where something cannot do without, it is left.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import Edit, Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Mapping, Module, Resource, Sequence, Value, mapping
from iacfix.transforms.optional import FOLLOWERS, Option, option
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import is_serverless, is_whole

fixer = Fixer(
    __name__,
    code="CFN048",
    since="0.1.0",
    tiers=(Tier.UNSAFE,),
    languages=("cloudformation",),
    optional="ephemeral",
)

KEY_PAIR = "AWS::EC2::KeyPair::KeyName"
LISTENERS = ("aws_lb_listener", "AWS::ElasticLoadBalancingV2::Listener")
CERTIFICATE = re.compile(r"(?:certificate|cert|ssl|acm).*arn|certificate$", re.IGNORECASE)
CERTIFICATES_OF_DISTRIBUTIONS = {
    ("viewer_certificate", "acm_certificate_arn"),
    ("ViewerCertificate", "AcmCertificateArn"),
}
ADDRESS = re.compile(r"e-?mail", re.IGNORECASE)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the parameters that nobody has a value for."""
    for module in component.modules:
        if not is_whole(component, module) or is_serverless(module):
            continue
        for parameter in module.of(Kind.INPUT):
            what = _what(parameter)
            if not what or parameter.get("default") is not None:
                continue
            message = f"{parameter.name} wants {what} and has no default"
            where = (module, parameter, parameter, "default", Severity.RISK)
            found = option(module, parameter, _droppable, _instead)
            if found is None or not all(_may_go(resource) for resource in found.guarded):
                yield Finding(message, *where, advice="let it be empty, and make what needs it on a condition")
                continue
            edits = (*found.edits, *_answering(module, found))
            yield Finding(message, *where, (Fix("let it be empty", Tier.UNSAFE, Impact.NONE, edits),))


def _what(parameter: Resource) -> str:
    """Return what *parameter* wants that nobody has, or an empty string."""
    match parameter.get("type"):
        case Literal(value=type_) if type_ == KEY_PAIR:
            return "a key pair"
        case Literal(value="String") if CERTIFICATE.search(parameter.name):
            return "a certificate"
        case Literal(value="String") if ADDRESS.search(parameter.name):
            return "an e-mail address"
        case _:
            return ""


def _droppable(resource: Resource, path: tuple[str, ...]) -> bool:
    """Say whether *resource* is made as well without a value at *path*: an instance without a key pair."""
    return resource.kind is Kind.RESOURCE and path[-1:] in {("key_name",), ("KeyName",)}


def _instead(resource: Resource, path: tuple[str, ...]) -> tuple[tuple[Value, Value | None], ...]:
    """Return what a distribution has without a certificate of its own: CloudFront's, and no names of its own."""
    if path[-2:] not in CERTIFICATES_OF_DISTRIBUTIONS:
        return ()
    viewer, aliases = (
        resource.get(*path[:-1]),
        resource.get(*path[:-2], "aliases") or resource.get(*path[:-2], "Aliases"),
    )
    default = mapping(CloudFrontDefaultCertificate=Literal(value=True))
    return tuple((old, new) for old, new in ((viewer, default), (aliases, None)) if old is not None)


def _may_go(resource: Resource) -> bool:
    """Say whether a stack is one without *resource*."""
    return resource.kind is Kind.OUTPUT or resource.type in {*LISTENERS, *FOLLOWERS}


def _answering(module: Module, found: Option) -> Iterator[Edit]:
    """Yield what lets the listeners that lead to one that may not be there answer themselves."""
    gone = [resource for resource in found.guarded if resource.type in LISTENERS]
    answers = [_actions(resource) for resource in gone]
    for listener in module.of_type(*LISTENERS):
        actions = _actions(listener)
        if listener in found.guarded or actions is None or not answers or answers[0] is None:
            continue
        kinds = {action.get("Type") for action in actions.items if isinstance(action, Mapping)}
        if kinds == {Literal("redirect")}:
            yield Replace(actions, found.unless_empty(actions, answers[0].detached()))


def _actions(listener: Resource) -> Sequence | None:
    """Return what *listener* does by default."""
    value: Value | None = listener.get("DefaultActions") or listener.get("default_action")
    return value if isinstance(value, Sequence) else None
