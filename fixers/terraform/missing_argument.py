"""Required argument that can have one value only.

The provider wants it, and there is nothing to choose: ``lambda:InvokeFunction`` is what a permission of a function
allows, ``sigv4`` the only protocol of an origin access control. Without it nothing can be planned; it is written in.

Other required arguments that are missing say something that only their author knows: ``terraform validate`` names them
better than a guess would.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import InsertArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.misfits import Way, misfits
from iacfix.transforms.model import Component, Kind, Literal, Mapping, Value, mapping
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.schema import Body, bodies

fixer = Fixer(
    __name__,
    code="TF030",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("hcl",),
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

# What says that the value is another one.
UNLESS = {"viewer_certificate": "aliases"}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what is missing and can only be one thing."""
    crowded = {id(m.body.mapping) for m in misfits(component) if m.way is not Way.DROP}
    for body in bodies(component):
        only = ONLY.get(body.resource.type) if body.resource.kind is Kind.RESOURCE else None
        if only is None or id(body.mapping) in crowded or body.accepts.open:
            continue
        wanted = {name: only.get(body.to(name)) for name in body.missing()}
        if any(value is None or UNLESS.get(name) in body.mapping.names for name, value in wanted.items()):
            continue  # an excerpt, or work that somebody has still to do
        for name, value in wanted.items():
            if value is not None:
                yield _finding(body, name, value)


def _finding(body: Body, name: str, value: Value) -> Finding:
    edit = InsertArgument(body.resource, body.mapping, name, value)
    fix = Fix(f"write {name}", Tier.SAFE, Impact.CREATE, (edit,))
    message = f"{body.to(name)} of {body.resource.type} is required"
    at = body.entry or body.resource
    return Finding(message, body.module, body.resource, at, body.to(name), Severity.BLOCKER, (fix,))
