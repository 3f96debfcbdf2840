"""Provider that is used and not required.

Terraform guesses the source of a provider that ``required_providers`` does not name, and takes its newest version,
which may be another one tomorrow. For a provider that is not HashiCorp's the guess is wrong, or long out of
date.

The provider is declared with a version that admits the one in ``.terraform.lock.hcl``, which is safe: the same provider
is used as before. One that is not locked is declared with ``--fresh``, and wants a ``terraform init``. Modules for
Terraform before 0.13, which knows no sources, are left alone.

https://developer.hashicorp.com/terraform/language/providers/requirements
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, InsertArgument, InsertResource, RequireProvider
from iacfix.transforms.facts.providers import SINCE, SOURCES
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Entry, Kind, Literal, Mapping, Module, Resource
from iacfix.transforms.providers import is_archaic, is_piece, is_whole, locked, misplaced, required, used
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="TF004",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.FRESH),
    languages=("hcl",),
    neighbours={"tflint": "terraform_required_providers"},
    closed_world=True,
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the providers that are used and not required, where somebody says what is required at all."""
    for module in component.modules:
        if (
            not (module.deployable or any(module.of(Kind.SETTINGS)))
            or is_archaic(module)
            or any(misplaced(module))  # what is required may be said there
            or is_piece(component, module)
        ):
            continue
        there = {name for _, block in required(module) for name in block.names}
        missing = {name: user for name, user in used(module).items() if name not in there}
        if missing and is_whole(component, module):
            yield from _missing(component, module, missing)


def _missing(component: Component, module: Module, missing: dict[str, Resource]) -> Iterator[Finding]:
    locks = locked(component, module) or {}
    sources = {name: _source(name, locks) for name in missing if name in SOURCES}
    known = {
        name: RequireProvider(module, name, source, _version(component, module, name, locks.get(source.lower(), "")))
        for name, source in sources.items()
    }
    fresh = {name for name, source in sources.items() if source.lower() not in locks}
    together = tuple(_block(module, known)) if not any(True for _ in required(module)) else ()
    settings = next(module.of(Kind.SETTINGS), None)
    for name, user in missing.items():
        owner = settings or user
        severity = Severity.NOTE if SOURCES.get(name, "").startswith("hashicorp/") else Severity.RISK
        message = f"provider {name} is used and not required"
        if name not in known:
            advice = f"name the source of {name} in required_providers"
            yield Finding(message, module, owner, user, name, severity, advice=advice)
            continue
        wait = fresh if together else fresh & {name}
        edits = together or (known[name],)
        fix = Fix(
            "require it",
            Tier.FRESH if wait else Tier.SAFE,
            Impact.NONE,
            edits,
            note=f"run `terraform init`, which locks {', '.join(sorted(wait))}" if wait else "",
        )
        yield Finding(message, module, owner, user, name, severity, (fix,))


def _source(name: str, locks: dict[str, str]) -> str:
    """Return the source of a provider: the one that was guessed, where that is locked."""
    guessed = f"hashicorp/{name}"
    return guessed if guessed in locks else SOURCES[name]


def _version(component: Component, module: Module, name: str, locked_at: str) -> str:
    """Return the constraint for the provider *name*: one that admits what is locked, empty where nothing is known."""
    since = ".".join(locked_at.split(".")[:2]) or SINCE.get(name, "")
    called = not module.deployable or any(component.callers(module))
    return f"{'>=' if called or (name == 'aws' and not locked_at) else '~>'} {since}" if since else ""


def _block(module: Module, wanted: dict[str, RequireProvider]) -> Iterator[Edit]:
    """Yield what declares several providers at once where nothing is required yet."""
    entries = tuple(
        Entry(
            name,
            Mapping(
                (
                    Entry("source", Literal(provider.source)),
                    *((Entry("version", Literal(provider.version)),) if provider.version else ()),
                )
            ),
        )
        for name, provider in sorted(wanted.items())
    )
    block = Mapping(entries, block=True)
    settings = next((each for each in module.of(Kind.SETTINGS) if each.body.origin is not None), None)
    if settings is not None:
        yield InsertArgument(settings, settings.body, "required_providers", block)
    else:
        whole = Mapping((Entry("required_providers", block),))
        yield InsertResource(module, Resource(Kind.SETTINGS, "terraform", "", whole))
