"""Settings of Terraform that a module has twice.

A module may have several ``terraform`` blocks, but one ``required_providers`` and one ``backend`` among them all.
Terraform stops at the second.

What the second ``required_providers`` has and the first has not is added to the one where a person would look, and the
other goes, which is safe: nothing could be initialised before. So is a second backend that says the same. Where the two
contradict each other, a person has to choose.

https://developer.hashicorp.com/terraform/language/block/terraform
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, InsertArgument, RemoveArgument, RemoveResource, Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.homes import is_opentofu, overrides, rank
from iacfix.transforms.model import Component, Entry, Kind, Mapping, Module, Resource
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="TF009",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("hcl",),
    neighbours={"terraform": "Duplicate required providers configuration, Duplicate backend configuration"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the settings that stand there a second time."""
    for module in component.modules:
        for tool in (False, True):  # OpenTofu has files of its own, which it reads in place of Terraform's
            owners = [r for r in module.of(Kind.SETTINGS) if not overrides(r) and is_opentofu(r) is tool]
            for name in ("required_providers", "backend"):
                found = [(o, entry) for o in sorted(owners, key=rank) for entry in o.body.entries if entry.name == name]
                for owner, entry in found[1:]:
                    if found[0][0].body.origin is not None and owner.body.origin is not None:
                        yield _finding(module, found[0], (owner, entry))


def _finding(module: Module, kept: tuple[Resource, Entry], other: tuple[Resource, Entry]) -> Finding:
    owner, entry = other
    message = f"the module has {entry.name} twice"
    edits = _merged(kept, entry)
    if edits is None:
        advice = "the two contradict each other: keep one"
        return Finding(message, module, owner, entry, entry.name, Severity.BLOCKER, advice=advice)
    alone = len(owner.body.entries) == 1
    gone = RemoveResource(module, owner) if alone else RemoveArgument(owner, owner.body, entry)
    fix = Fix("put the two together", Tier.SAFE, Impact.NONE, (*edits, gone))
    return Finding(message, module, owner, entry, entry.name, Severity.BLOCKER, (fix,))


def _merged(kept: tuple[Resource, Entry], other: Entry) -> tuple[Edit, ...] | None:
    """Return what the kept block lacks of *other*, or None when they contradict each other."""
    owner, entry = kept
    if entry.value == other.value:
        return ()
    if entry.name != "required_providers":
        return None
    edits: list[Edit] = []
    if not (isinstance(entry.value, Mapping) and isinstance(other.value, Mapping)):
        return None
    for wanted in other.value.entries:
        there = entry.value.entry(wanted.name)
        if there is None:
            edits.append(InsertArgument(owner, entry.value, wanted.name, wanted.value))
        elif _says_more(wanted, there):
            edits.append(Replace(there.value, wanted.value))
        elif there.value != wanted.value and not _says_more(there, wanted):
            return None
    return tuple(edits)


def _says_more(one: Entry, other: Entry) -> bool:
    """Say whether *one* has all that *other* has, and more."""
    if not (isinstance(one.value, Mapping) and isinstance(other.value, Mapping)):
        return False
    same = all(one.value.get(entry.name) == entry.value for entry in other.value.entries)
    return same and len(one.value.entries) > len(other.value.entries)
