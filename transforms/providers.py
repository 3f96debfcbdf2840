"""The providers of a module: which it uses, which it requires, and what is locked."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from iacfix.transforms.model import ABSENT, Component, Kind, Literal, Mapping, Module, Opaque, Reference, Resource

LOCK = ".terraform.lock.hcl"
TERRAGRUNT = ("root.hcl", "terragrunt.hcl")
BUILT_IN = frozenset({"terraform"})

# What only a terraform block may hold.
SETTINGS = ("backend", "cloud", "required_providers")

# Folders of what nobody deploys as it is.
_PIECES = frozenset({"_templates", "fixtures", "mixins", "snippets", "templates", "test", "testdata", "tests"})
# Folders that copies of files beside them are kept in.
_KEPT = frozenset({"archive", "backup", "backups", "bak", "old"})

_LOCKED = re.compile(r'provider\s+"[^"]*?/?(?P<source>[\w-]+/[\w-]+)"\s*\{[^}]*?\bversion\s*=\s*"(?P<version>[\d.]+)')
_BEFORE_013 = re.compile(r"(?:~>|>=|<=?|=|)\s*0\.(?:\d|1[012])(?:\.|\s|,|$)")


def used(module: Module) -> dict[str, Resource]:
    """Return the local names of the providers that *module* uses, each with the first that uses it."""
    found: dict[str, Resource] = {}
    for resource in module.of(Kind.RESOURCE, Kind.DATA, Kind.PROVIDER):
        if (name := local_name(resource)) not in BUILT_IN:
            found.setdefault(name, resource)
    return found


def local_name(resource: Resource) -> str:
    """Return the name that the module has for the provider of *resource*."""
    if resource.kind is Kind.PROVIDER:
        return resource.name.partition(".")[0]
    match resource.meta.get("provider"):
        case Reference(kind=Kind.PROVIDER, name=name):
            return name.partition(".")[0]
        case _:
            return resource.type.partition("_")[0]


def required(module: Module) -> Iterator[tuple[Resource, Mapping]]:
    """Yield the ``required_providers`` of *module*, each with the block that it stands in."""
    for settings in module.of(Kind.SETTINGS):
        for block in settings.all("required_providers"):
            if isinstance(block, Mapping):
                yield settings, block


def misplaced(module: Module) -> Iterator[Resource]:
    """Yield what stands at the top of a file and belongs into a ``terraform`` block."""
    return (each for each in module.of(Kind.OTHER) if each.type in SETTINGS and each.body.block)


def locked(component: Component, module: Module) -> dict[str, str] | None:
    """Return the versions that are locked, by source, for all roots that *module* is part of; None if one has no lock.

    Of a provider that roots lock at different versions, the oldest counts.
    """
    found: list[dict[str, str]] = []
    for root in component.roots(module):
        text = component.tree.text(posixpath.normpath(f"{root.path}/{LOCK}")) if component.tree is not None else None
        if text is None:
            return None
        found.append({match["source"].lower(): match["version"] for match in _LOCKED.finditer(text)})
    shared = set[str].intersection(*map(set, found)) if found else set[str]()
    return {source: min((lock[source] for lock in found), key=_numbers) for source in shared}


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def runs_with_opentofu(component: Component, module: Module) -> bool:
    """Say whether *module* is OpenTofu's: by the names of its files, or the registry in its lock."""
    if any(".tofu" in path for path in module.documents):
        return True
    tree = component.tree
    texts = (tree.text(posixpath.normpath(f"{root.path}/{LOCK}")) for root in component.roots(module)) if tree else ()
    return any(text is not None and "registry.opentofu.org/" in text for text in texts)


def is_archaic(module: Module) -> bool:
    """Say whether *module* is written for a Terraform that knows no sources of providers: one before 0.13."""
    for settings in module.of(Kind.SETTINGS):
        match settings.get("required_version"):
            case Literal(value=str() as text) if _BEFORE_013.search(text):
                return True
            case _:
                pass
    if any(not isinstance(entry.value, Mapping) for _, block in required(module) for entry in block.entries):
        return True
    if any(provider.meta.entry("version") for provider in module.of(Kind.PROVIDER)):
        return True
    types = (variable.get("type") for variable in module.of(Kind.INPUT))
    return any(isinstance(written, Opaque) and written.text.startswith('"') for written in types)


def is_piece(component: Component, module: Module) -> bool:
    """Say whether *module* is put together with others elsewhere, or looked at by a test, and not deployed as it is."""
    pieces = (not _PIECES.isdisjoint(root.path.split("/")) for root in (module, *component.roots(module)))
    return all(pieces) or _is_copy(component, module)


def _is_copy(component: Component, module: Module) -> bool:
    """Say whether *module* keeps older copies of files that lie in the folder above."""
    above, _, own = module.path.rpartition("/")
    if own not in _KEPT or component.tree is None:
        return False
    names = [posixpath.basename(path) for path in module.documents]
    return all(component.tree.text(posixpath.normpath(posixpath.join(above, name))) is not None for name in names)


def is_whole(component: Component, module: Module) -> bool:
    """Say whether all that *module* declares is there to be read: no broken file, nothing that Terragrunt writes."""
    unread = {problem.origin.path for problem in component.problems if problem.unread and problem.cause != ABSENT}
    if not unread.isdisjoint(module.documents):
        return False
    paths = component.tree.paths() if component.tree is not None else frozenset[str]()
    current = module.path
    while True:
        if any(posixpath.normpath(f"{current}/{name}") in paths for name in TERRAGRUNT):
            return False
        if current in {".", ""}:
            return True
        current = posixpath.dirname(current) or "."
