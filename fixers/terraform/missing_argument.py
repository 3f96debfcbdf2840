"""Required argument that can have one value only.

The provider wants it, and there is nothing to choose: ``lambda:InvokeFunction`` is what a permission of a function
allows, ``sigv4`` the only protocol of an origin access control. Without it nothing can be planned; it is written in.

Where the module has one thing only that can be meant (its one VPC for ``vpc_id``, an input of that very name, also for
what a called module wants), that is given; where only a name is missing, the resource is called what Terraform calls
it; a ``Name`` among the tags of an Auto Scaling group is for its instances, since the group has a name, and is
propagated to them. All of these want ``--fresh``.

Other required arguments that are missing say something that only their author knows: ``terraform validate`` names them
better than a guess would.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import InsertArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.misfits import crowded
from iacfix.transforms.model import (
    Component,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    Reference,
    Resource,
    Value,
    mapping,
)
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.schema import Body, bodies
from iacfix.transforms.supplies import supplied, unpassed_inputs

fixer = Fixer(
    __name__,
    code="TF030",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.FRESH),
    languages=("hcl", "cdktf"),
    neighbours={"terraform": "Missing required argument"},
)


def _block(**entries: Value) -> Mapping:
    """Return a block."""
    return mapping(**entries).but(block=True)


# By type, then the path of the block and the argument: what it must be.
ONLY: dict[str, dict[str, Value]] = {
    "aws_cloudfront_distribution": {
        "restrictions": _block(geo_restriction=_block(restriction_type=Literal("none"))),
        "restrictions.geo_restriction": _block(restriction_type=Literal("none")),
        "viewer_certificate": _block(cloudfront_default_certificate=Literal(value=True)),
    },
    "aws_cloudfront_origin_access_control": {
        "signing_protocol": Literal("sigv4"),
    },
    "aws_config_configuration_recorder_status": {"is_enabled": Literal(value=True)},
    "aws_lambda_permission": {"action": Literal("lambda:InvokeFunction")},
}

# What is as good as certain, by type and path: where that argument beside it is that, it is this.
BESIDE: dict[tuple[str, str], tuple[str, Value, Value]] = {
    ("aws_autoscaling_group", "tag.propagate_at_launch"): ("key", Literal("Name"), Literal(value=True)),
}

# What says that the value is another one.
UNLESS = {"viewer_certificate": "aliases"}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what is missing and can only be one thing."""
    for body in bodies(component):
        if body.resource.kind is not Kind.RESOURCE or id(body.mapping) in crowded(component) or body.accepts.open:
            continue
        only = ONLY.get(body.resource.type, {})
        wanted = {name: only.get(body.to(name)) for name in body.missing()}
        known = {name: _known(body, name) for name, value in wanted.items() if value is None}
        if any(
            known.get(name, value) is None or UNLESS.get(name) in body.mapping.names for name, value in wanted.items()
        ):
            continue  # an excerpt, or work that somebody has still to do
        place = (body.resource.type, body.module, body.resource, body.mapping, body.entry or body.resource)
        for name, value in (wanted | known).items():
            if value is not None:
                yield _finding(*place, name, body.to(name), value, Tier.FRESH if name in known else Tier.SAFE)
    for call, name in unpassed_inputs(component):
        place = (call.resource.address, call.caller, call.resource, call.resource.body, call.resource)
        yield _finding(*place, name, name, Reference(Kind.INPUT, "", name), Tier.FRESH)


def _known(body: Body, name: str) -> Value | None:
    """Return what is given for *name* where nothing but what stands beside it, or in the module, tells."""
    beside, told, value = BESIDE.get((body.resource.type, body.to(name)), ("", None, None))
    if told is not None:
        return value if body.mapping.get(beside) == told else None
    return None if body.path else supplied(body, name)


def _finding(
    of: str,
    module: Module,
    resource: Resource,
    into: Mapping,
    at: Entry | Resource,
    name: str,
    path: str,
    value: Value,
    tier: Tier,
) -> Finding:
    fix = Fix(f"write {name}", tier, Impact.CREATE, (InsertArgument(resource, into, name, value),))
    return Finding(f"{path} of {of} is required", module, resource, at, path, Severity.BLOCKER, (fix,))
