"""Package of a function that nothing in the tree builds.

``filename = "lambda.zip"`` wants a file that is not there: neither is it in the repository, nor does anything in the
repository make it. ``terraform plan`` fails as soon as it reads the hash, ``apply`` when it uploads the code.

An ``archive_file`` packs the source where it lies: the one file, or its folder if it imports or opens its neighbours.
In a Python program a ``TerraformAsset`` packs its folder, whose path begins at the program's own file. Both are safe
where nothing else may be meant to build the package: git does not ignore it, so that it cannot lie there
unseen, no Makefile, pipeline, script or guide names it or a packaging tool, and the source imports nothing but the
standard library and the SDK of AWS, which the runtime has. Where something may build it, or the handler's module has
another name, the fix is unsafe; where the provider ``archive`` is not among those that are locked, it is for code that
is not deployed yet. A source that wants other packages gets a script that installs them, with ``--scaffold``.

https://registry.terraform.io/providers/hashicorp/archive/latest/docs/data-sources/file
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from iacfix.transforms.assets import asset, asset_imports, is_made, joined, package_path, packed_by
from iacfix.transforms.edits import DeclareLocal, Edit, InsertResource
from iacfix.transforms.facts.providers import SOURCES
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Module, Opaque, Resource, Template, Value, references
from iacfix.transforms.packing import Source, archive, built_archive, built_at, source_of, surroundings, taken_from
from iacfix.transforms.providers import locked
from iacfix.transforms.registry import Fixer
from iacfix.transforms.sources import (
    base_of,
    endings,
    is_ignored,
    is_zip,
    runtime,
    told_elsewhere,
)

fixer = Fixer(
    __name__,
    code="LAM001",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.FRESH, Tier.UNSAFE, Tier.SCAFFOLD),
    languages=("hcl", "cdktf"),
    closed_world=True,
)


@fixer.on("aws_lambda_function")
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the package of *resource* when it is not there and nothing makes it."""
    value = resource.get("filename")
    if resource.kind is not Kind.RESOURCE or value is None or not is_zip(resource) or not _is_written(value):
        return
    path = package_path(component, module, value)
    runs_source = endings(runtime(component, module, resource))
    if path is None or not path.endswith(".zip") or not runs_source or is_made(component, path):
        return
    fix, advice = _fix(component, module, resource, value, path)
    message = f"nothing in the tree builds {posixpath.basename(path)}"
    yield Finding(message, module, resource, value, "filename", Severity.BLOCKER, (fix,) if fix else (), advice)


def _is_written(value: Value) -> bool:
    """Say whether the path is written here, and not handed over by who runs it."""
    named = isinstance(value, Literal | Template | Opaque)
    return named and not any(r.kind in {Kind.INPUT, Kind.RESOURCE, Kind.DATA, Kind.MODULE} for r in references(value))


def _fix(component: Component, module: Module, function: Resource, value: Value, path: str) -> tuple[Fix | None, str]:
    """Return what packs the source of *function*, or what a person should do."""
    sharing = [other for other in module.of_type(function.type) if other.get("filename") == value]
    sources = {source_of(component, module, other, path) for other in sharing}
    source = next(iter(sources)) if len(sources) == 1 else None
    label = sharing[0].name
    if component.language == "cdktf":
        return _assembled(component, module, sharing, source, path)
    if source is None:
        return None, "pack its source with an archive_file"
    packed = archive(component, module, label, source, value, path)
    if packed is None or module.find(Kind.DATA, "archive_file", label) is not None:
        return None, "give the source a folder of its own, and pack it with an archive_file"
    more: tuple[Edit, ...] = ()
    tier, note = _tier(component, module, source, path)
    if source.foreign:
        tier, note = Tier.SCAFFOLD, f"run the script before Terraform: it installs {', '.join(source.foreign)}"
        packed, *more_ = _built(component, module, label, source, value)
        more = tuple(more_)
        if not more:
            return None, f"build a package with {', '.join(source.foreign)} in it"
    edits = (InsertResource(module, packed, before=sharing[0]), *taken_from(function, value, packed), *more)
    edits += tuple(surroundings(component, module, path))
    return Fix("pack its source", tier, Impact.CREATE, edits, note=note), ""


def _assembled(
    component: Component, module: Module, sharing: list[Resource], source: Source | None, path: str
) -> tuple[Fix | None, str]:
    """Return what packs *source* with an asset for all who share its package, or what a person should do."""
    advice = "pack the folder of its source with a TerraformAsset"
    first = sharing[0]
    if source is None or not first.once or {other.scope for other in sharing} != {first.scope}:
        return None, advice
    tier, note = _tier(component, module, source, path)
    instead = ""
    more: list[Edit] = []
    if source.foreign:
        foreign = ", ".join(source.foreign)
        tier, note = Tier.SCAFFOLD, f"run the script before the program: it installs {foreign}"
        more, folder = built_at(component, base_of(component, module) or ".", first.name, source)
        if not more:
            return None, f"build a package with {foreign} in it"
        instead = re.sub(r"\W+", "_", f"{first.name}_build")
        more.append(DeclareLocal(module, instead, joined(module, folder), (first,)))
    packed = asset(component, module, first.name, source.folder, instead)
    if packed is None:
        return None, "give the source a folder of its own, and pack it with a TerraformAsset"
    edits = [*asset_imports(component, module), InsertResource(module, packed, before=first)]
    for other in sharing:
        filename = other.get("filename")
        edits += packed_by(other, filename, packed) if filename is not None else ()
    return Fix("pack its source", tier, Impact.CREATE, (*edits, *more), note=note), ""


def _tier(component: Component, module: Module, source: Source, path: str) -> tuple[Tier, str]:
    """Return how sure it is that nothing else builds the package at *path*, with the doubt."""
    locks = locked(component, module)
    if not source.named:
        return Tier.UNSAFE, f"the handler names another module than {posixpath.basename(source.path)}"
    if is_ignored(component, path):
        return Tier.UNSAFE, "git ignores the package, so that it may be there unseen"
    if told := told_elsewhere(component, posixpath.basename(path), packs=True):
        return Tier.UNSAFE, f"{told} may build it"
    if component.language == "hcl" and locks is not None and SOURCES["archive"] not in locks:
        return Tier.FRESH, "run `terraform init`: archive is not locked"
    return Tier.SAFE, ""


def _built(
    component: Component, module: Module, label: str, source: Source, output: Value
) -> tuple[Resource, *tuple[Edit, ...]]:
    """Return what packs a folder that a script fills, and the script."""
    edits, folder = built_at(component, module.path, label, source)
    return built_archive(module, label, folder, output), *edits
