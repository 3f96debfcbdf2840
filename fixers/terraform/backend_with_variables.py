"""Backend that is configured with variables.

Terraform reads the backend before it knows any variable, and stops: "Variables may not be used here".

A local value that is a constant is written out, which is safe. Anything else only a person can say: with ``--fresh``
the argument is taken out, which makes the backend a partial one, and is given with ``terraform init -backend-config``;
the note of the fix says how. OpenTofu knows variables there, so that a module that is locked by it is left alone.

https://developer.hashicorp.com/terraform/language/backend#partial-configuration
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import RemoveArgument, Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Entry, Kind, Literal, Mapping, Module, Resource, references
from iacfix.transforms.providers import runs_with_opentofu
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.resolve import constants

fixer = Fixer(
    __name__,
    code="TF010",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.FRESH),
    languages=("hcl",),
    neighbours={"terraform": "Variables not allowed"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the arguments of backends that are no constants."""
    for module in component.modules:
        if runs_with_opentofu(component, module):
            continue
        for settings in module.of(Kind.SETTINGS):
            for backend in settings.all("backend"):
                for entry in backend.entries if isinstance(backend, Mapping) else ():
                    if isinstance(backend, Mapping) and any(True for _ in references(entry.value)):
                        yield _finding(component, module, settings, backend, entry)


def _finding(component: Component, module: Module, settings: Resource, backend: Mapping, entry: Entry) -> Finding:
    message = f"{entry.name} of the backend is not a constant"
    known = constants(component, module, entry.value)
    value = next(iter(known)) if known is not None and len(known) == 1 else None
    if value is not None and all(r.kind is Kind.LOCAL for r in references(entry.value)):
        edit = Replace(entry.value, Literal(value).in_place_of(entry.value))
        fix = Fix("write the constant", Tier.SAFE, Impact.NONE, (edit,))
    else:
        shown = value if value is not None else component.source(entry.value.origin) if entry.value.origin else ""
        note = f"give it when you initialise: terraform init -backend-config='{entry.name}={shown}'"
        removed = RemoveArgument(settings, backend, entry)
        fix = Fix("leave it to terraform init", Tier.FRESH, Impact.NONE, (removed,), note=note)
    return Finding(message, module, settings, entry, f"backend.{entry.name}", Severity.BLOCKER, (fix,))
