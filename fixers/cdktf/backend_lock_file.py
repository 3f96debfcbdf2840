"""Lock file of an S3 backend, for which CDKTF's class has no argument.

Terraform locks its state in S3 with a file since version 1.10, ``use_lockfile``; ``S3Backend`` of cdktf is from before
and stops with a TypeError. Taking it away would take the lock away.

The setting is written into what is synthesized, by ``add_override("terraform.backend.s3.use_lockfile", True)`` on the
stack, which says the same: a repair, and safe. cdktn has the argument, and is left alone. What is no constant is only
reported.

https://developer.hashicorp.com/terraform/cdktf/concepts/remote-backends
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Override, RemoveArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.schema import bodies

fixer = Fixer(__name__, code="CDK006", since="0.1.0", tiers=(Tier.SAFE,), languages=("cdktf",))


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the lock files that a backend is given."""
    for body in bodies(component):
        entry = body.mapping.entry("use_lockfile")
        if body.resource.kind is not Kind.SETTINGS or entry is None or body.mapping.labels != ("s3",):
            continue
        fixes: tuple[Fix, ...] = ()
        if isinstance(entry.value, Literal) and isinstance(entry.value.value, bool):
            edits = (
                RemoveArgument(body.resource, body.mapping, entry),
                Override(body.module, body.resource, "terraform.backend.s3.use_lockfile", entry.value),
            )
            note = "Terraform knows it since 1.10"
            fixes = (Fix("set it by an override", Tier.SAFE, Impact.CREATE, edits, note=note),)
        message = "S3Backend of cdktf has no argument use_lockfile"
        advice = "" if fixes else "set it with add_override on the stack"
        yield Finding(message, body.module, body.resource, entry, "use_lockfile", Severity.BLOCKER, fixes, advice)
