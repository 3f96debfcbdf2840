"""Static parameter of a database that is to be applied immediately.

A static parameter counts after the next restart only, and RDS rejects a group that wants one applied at once: "cannot
use immediate apply method for static parameter". At once is what Terraform asks for where nothing is said.

The parameter gets ``apply_method = "pending-reboot"``, which is safe: the group could not be created as it was written.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import InsertArgument, Replace
from iacfix.transforms.facts.parameters import is_static
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Mapping, Module, Resource
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import constants

fixer = Fixer(__name__, code="TF015", since="0.1.0", tiers=(Tier.SAFE,), languages=("hcl",))

LATER = Literal("pending-reboot")


@fixer.on("aws_db_parameter_group", "aws_rds_cluster_parameter_group")
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the static parameters of *resource* that do not wait for a restart."""
    family = resource.get("family")
    families = constants(component, module, family) if family is not None else None
    if not families or resource.kind is not Kind.RESOURCE:
        return
    for parameter in resource.all("parameter"):
        match parameter:
            case Mapping(block=True) if isinstance(name := parameter.get("name"), Literal):
                pass
            case _:
                continue
        method = parameter.get("apply_method")
        if method not in {None, Literal("immediate")} or not all(is_static(f, str(name.value)) for f in families):
            continue
        edit = (
            InsertArgument(resource, parameter, "apply_method", LATER, after="value")
            if method is None
            else Replace(method, LATER.in_place_of(method))
        )
        fix = Fix("let it wait for the next restart", Tier.SAFE, Impact.CREATE, (edit,))
        message = f"{name.value} is static and cannot be applied immediately"
        yield Finding(message, module, resource, method or name, f"parameter.{name.value}", Severity.BLOCKER, (fix,))
