"""Provider under another name that is not configured.

``provider = aws.west`` wants a ``provider "aws"`` block with ``alias = "west"``. Terraform stops where there is none.

The block is added beside the default one where the alias itself says which region is meant (``us_east_1``, ``use1``),
or a variable is declared for it (``west_region``); a misspelt alias is corrected. All of this is safe: nothing could be
planned before. A called module gets its aliases from its callers, and is only reported, and so is a provider that logs
in in ways of its own.

https://developer.hashicorp.com/terraform/language/block/provider
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, InsertResource, Replace
from iacfix.transforms.facts.regions import region_called
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.likeness import misspelt, same_word
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
    references,
)
from iacfix.transforms.providers import is_piece, is_whole, required
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="TF017",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("hcl",),
    neighbours={"terraform": "Provider configuration not present"},
    closed_world=True,
)

# What a provider of the same account and another region has in common with the default one.
SHARED = {"region", "default_tags"}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the aliases that resources and module calls want and the module does not have."""
    for module in component.modules:
        there = {r.name for r in module.of(Kind.PROVIDER)} | set(_taken_over(module))
        wanted: dict[str, list[tuple[Resource, Reference]]] = {}
        for user in module.of(Kind.RESOURCE, Kind.DATA, Kind.MODULE):
            for argument in ("provider", "providers"):
                for reference in references(user.meta.get(argument) or Literal(None)):
                    if reference.kind is Kind.PROVIDER and "." in reference.name and reference.name not in there:
                        wanted.setdefault(reference.name, []).append((user, reference))
        if wanted and is_whole(component, module) and not is_piece(component, module):
            for name, uses in wanted.items():
                yield _finding(component, module, name, uses, there)


def _taken_over(module: Module) -> Iterator[str]:
    """Yield the aliases that *module* expects its callers to pass."""
    for _, block in required(module):
        for entry in block.entries:
            aliases = entry.value.get("configuration_aliases") if isinstance(entry.value, Mapping) else None
            for alias in references(aliases or Literal(None)):
                yield f"{alias.type}.{alias.name}"


def _finding(
    component: Component, module: Module, name: str, uses: list[tuple[Resource, Reference]], there: set[str]
) -> Finding:
    user, first = uses[0]
    message = f"provider {name} is not configured"
    where = (module, user, first, f"provider.{name}", Severity.BLOCKER)
    if component.callers(module):
        return Finding(
            message, *where, advice="name it in configuration_aliases, and pass it where the module is called"
        )
    provider, _, alias = name.partition(".")
    others = [other.partition(".")[2] for other in there if other.startswith(f"{provider}.")]
    near = same_word(alias, others) or misspelt(alias, others)
    if len(near) == 1:
        right = f"{provider}.{near[0]}"
        edits: tuple[Edit, ...] = tuple(Replace(reference, reference.but(name=right)) for _, reference in uses)
        return Finding(message, *where, (Fix(f"use {right}", Tier.SAFE, Impact.CREATE, edits),))
    default = module.find(Kind.PROVIDER, "", provider)
    region = _region(module, alias)
    if provider != "aws" or region is None or default is None or not default.body.names <= SHARED:
        return Finding(message, *where, advice=f'add a provider "{provider}" block with alias = "{alias}"')
    tags = [entry for entry in default.body.entries if entry.name == "default_tags"]
    added = Resource(Kind.PROVIDER, "", name, Mapping((Entry("region", region), *tags)))
    fix = Fix("configure it", Tier.SAFE, Impact.CREATE, (InsertResource(module, added, after=default),))
    return Finding(message, *where, (fix,))


def _region(module: Module, alias: str) -> Value | None:
    """Return the region that *alias* says, or that a variable holds for it."""
    if region := region_called(alias):
        return Literal(region)
    for name in (f"{alias}_region", f"{alias}_aws_region", f"aws_{alias}_region", f"aws_region_{alias}"):
        if (variable := module.find(Kind.INPUT, "", name)) is not None:
            return variable.reference()
    return None
