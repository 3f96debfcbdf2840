"""Region that is written in the service of a VPC endpoint.

``com.amazonaws.us-east-1.s3`` is the service of one region. An endpoint is made in the region of its network, so the
stack cannot be made in any other.

``${AWS::Region}`` takes the place of the region, which is safe: where the stack is now it is the same, or there would
be none. An endpoint that says the region of its service itself (``ServiceRegion``) is left alone.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Module, Reference, Resource, Template
from iacfix.transforms.registry import Fixer

fixer = Fixer(__name__, code="CFN053", since="0.1.0", tiers=(Tier.SAFE,), languages=("cloudformation",))

SERVICE = re.compile(r"(?P<head>(?:com|cn\.com)\.amazonaws\.)(?P<region>[a-z]{2}(?:-[a-z]+)+-\d)(?P<tail>\..+)")
REGION = Reference(Kind.BUILTIN, "", "AWS::Region")


@fixer.on("aws_vpc_endpoint", "AWS::EC2::VPCEndpoint")
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the service of *resource* if it has the region in it."""
    del component
    if not resource.body.names.isdisjoint({"ServiceRegion", "service_region"}):
        return
    value = resource.get("service_name") or resource.get("ServiceName")
    match value:
        case Literal(value=str() as text) if found := SERVICE.fullmatch(text):
            parts = (Literal(found["head"]), REGION, Literal(found["tail"]))
            edit = Replace(value, Template(parts).in_place_of(value))
            fix = Fix("take the region from the stack", Tier.SAFE, Impact.NONE, (edit,))
            message = f"region {found['region']} is written in the service of an endpoint"
            yield Finding(message, module, resource, value, "service_name", Severity.RISK, (fix,))
        case _:
            pass
