"""Hash of a function's package that is a placeholder.

Terraform uploads a package again when its hash changes. A constant never does: new code is not deployed, or, where the
provider compares it with the hash of what is there, every plan has a change that is none.

The hash of the package itself is put in its place, from the ``archive_file`` that packs it where there is one. This is
safe where the package is sure to be there when Terraform plans, and unsafe where something else must have built it by
then.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function#source_code_hash-1
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Module, Resource
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import resolve
from iacfix.transforms.sources import hash_of, is_there, where_packed

fixer = Fixer(
    __name__,
    code="LAM010",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
    languages=("hcl", "cdktf"),
)


@fixer.on("aws_lambda_function")
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the constant that *resource* has for the hash of its package."""
    value = resource.get("source_code_hash")
    if resource.kind is not Kind.RESOURCE or value is None:
        return
    origins = resolve(component, module, value)
    if origins is None or any(passed.kind is Kind.INPUT for origin in origins for passed in origin.through):
        return
    if not all(isinstance(origin.value, Literal) and _is_placeholder(origin.value) for origin in origins):
        return
    fixes: tuple[Fix, ...] = ()
    if (filename := resource.get("filename")) is not None:
        new, needs = hash_of(component, module, filename)
        sure = where_packed(module, filename) is not None or is_there(component, module, filename)
        replace = Replace(value, new.in_place_of(value))
        tier = Tier.SAFE if sure else Tier.UNSAFE
        fixes = (Fix("take the hash of the package", tier, Impact.UPDATE, (replace, *needs)),)
    message = "the hash of the package is a constant"
    advice = "" if fixes else "take the hash of the package"
    yield Finding(message, module, resource, value, "source_code_hash", Severity.RISK, fixes, advice)


def _is_placeholder(literal: Literal) -> bool:
    """Say whether a constant cannot be a hash: that is 32 bytes in base64."""
    if not isinstance(literal.value, str):
        return False
    try:
        return len(base64.b64decode(literal.value, validate=True)) != 32
    except (binascii.Error, ValueError):
        return True
