"""Function in a VPC that gives it nothing.

A function does not need a VPC to use DynamoDB, S3 or any other API of AWS. In one, it reaches nothing but what is
inside, unless there is a NAT gateway or an endpoint: in a public subnet too, since a function never has an address of
its own on the internet. It needs rights on network interfaces, and for as long as these linger its security groups and
subnets cannot be deleted.

It is taken out of the VPC with ``--unsafe``: how it connects changes. Only a function is looked at whose code is in the
tree and speaks to nobody but AWS, and whose subnets are in the tree and lead nowhere. Where there is an endpoint, or a
NAT gateway for private subnets, where something lets its security group in, where a policy asks for the VPC
(``aws:SourceVpc``) or a guide says that functions must be there, it is left alone. What it needed for the VPC,
permissions and policies, is the business of `eni-permissions-unneeded` and `vpc-execution-policy-unneeded`.

https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import RemoveArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Module, Resource
from iacfix.transforms.private_network import CONFIGS, is_pointless, need
from iacfix.transforms.registry import Fixer
from iacfix.transforms.sources import FUNCTIONS

fixer = Fixer(__name__, code="LAM005", since="0.1.0", tiers=(Tier.UNSAFE,), closed_world=True)


@fixer.on(*FUNCTIONS)
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the network that *resource* has no use for."""
    entry = next((found for name in CONFIGS if (found := resource.body.entry(name)) is not None), None)
    if resource.kind is not Kind.RESOURCE or entry is None or {"layers", "Layers"} & resource.body.names:
        return
    if not is_pointless(component, module, resource):
        return
    tied = need(component, module, resource)
    if tied is None or not tied.is_none:
        return
    cut_off = ", and it reaches no API of AWS from there" if tied.calls_aws else ""
    severity = Severity.BLOCKER if tied.calls_aws else Severity.RISK
    remove = RemoveArgument(resource, resource.body, entry)
    fix = Fix("take it out of the VPC", Tier.UNSAFE, Impact.UPDATE, (remove,))
    message = f"nothing that the function uses is in its VPC{cut_off}"
    yield Finding(message, module, resource, entry, entry.name, severity, (fix,), normal=message)
