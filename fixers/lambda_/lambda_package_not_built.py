"""Package of a function that nothing in the tree builds.

``filename = "lambda.zip"`` wants a file that is not there: neither is it in the repository, nor does anything in the
repository make it. ``terraform plan`` fails as soon as it reads the hash, ``apply`` when it uploads the code.

An ``archive_file`` packs the source where it lies: the one file, or its folder if it imports or opens its neighbours.
This is safe where nothing else may be meant to build the package: git does not ignore it, so that it cannot lie there
unseen, no Makefile, pipeline, script or guide names it or a packaging tool, and the source imports nothing but the
standard library and the SDK of AWS, which the runtime has. Where something may build it, or the handler's module has
another name, the fix is unsafe; where the provider ``archive`` is not among those that are locked, it is for code that
is not deployed yet. A source that wants other packages gets a script that installs them, with ``--scaffold``.

https://registry.terraform.io/providers/hashicorp/archive/latest/docs/data-sources/file
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from iacfix.transforms.edits import AppendLine, CreateFile, Edit, InsertResource, RequireProvider
from iacfix.transforms.facts.providers import SINCE, SOURCES
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Module, Resource, Template, Value, references
from iacfix.transforms.packing import Source, archive, built_archive, script, source_of, taken_from
from iacfix.transforms.providers import locked, required
from iacfix.transforms.registry import Fixer
from iacfix.transforms.sources import (
    built_by,
    endings,
    ignore_file,
    is_ignored,
    is_zip,
    path_of,
    runtime,
    told_elsewhere,
)

fixer = Fixer(
    __name__,
    code="LAM001",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.FRESH, Tier.UNSAFE, Tier.SCAFFOLD),
    languages=("hcl",),
    closed_world=True,
)


@fixer.on("aws_lambda_function")
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the package of *resource* when it is not there and nothing makes it."""
    value = resource.get("filename")
    if resource.kind is not Kind.RESOURCE or value is None or not is_zip(resource) or not _is_written(value):
        return
    path = path_of(component, module, value)
    runs_source = endings(runtime(component, module, resource))
    if path is None or not path.endswith(".zip") or not runs_source or _is_made(component, path):
        return
    fix, advice = _fix(component, module, resource, value, path)
    message = f"nothing in the tree builds {posixpath.basename(path)}"
    yield Finding(message, module, resource, value, "filename", Severity.BLOCKER, (fix,) if fix else (), advice)


def _is_written(value: Value) -> bool:
    """Say whether the path is written here, and not handed over by who runs it."""
    named = isinstance(value, Literal | Template)
    return named and not any(r.kind in {Kind.INPUT, Kind.RESOURCE, Kind.DATA, Kind.MODULE} for r in references(value))


def _is_made(component: Component, path: str) -> bool:
    """Say whether the package at *path* is there, packed by Terraform, or built by a script."""
    if component.tree is None or path in component.tree.paths() or built_by(component, posixpath.basename(path)):
        return True
    outputs = [(m, a.get("output_path")) for m in component.modules for a in m.resources if a.type == "archive_file"]
    return any(output is not None and path_of(component, m, output) in {path, None} for m, output in outputs)


def _fix(component: Component, module: Module, function: Resource, value: Value, path: str) -> tuple[Fix | None, str]:
    """Return what packs the source of *function*, or what a person should do."""
    sharing = [other for other in module.of_type(function.type) if other.get("filename") == value]
    sources = {source_of(component, module, other, path) for other in sharing}
    source = next(iter(sources)) if len(sources) == 1 else None
    label = sharing[0].name
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
    edits += tuple(_surroundings(component, module, path))
    return Fix("pack its source", tier, Impact.CREATE, edits, note=note), ""


def _tier(component: Component, module: Module, source: Source, path: str) -> tuple[Tier, str]:
    """Return how sure it is that nothing else builds the package at *path*, with the doubt."""
    locks = locked(component, module)
    if not source.named:
        return Tier.UNSAFE, f"the handler names another module than {posixpath.basename(source.path)}"
    if is_ignored(component, path):
        return Tier.UNSAFE, "git ignores the package, so that it may be there unseen"
    if told := told_elsewhere(component, posixpath.basename(path), packs=True):
        return Tier.UNSAFE, f"{told} may build it"
    if locks is not None and SOURCES["archive"] not in locks:
        return Tier.FRESH, "run `terraform init`: archive is not locked"
    return Tier.SAFE, ""


def _built(
    component: Component, module: Module, label: str, source: Source, output: Value
) -> tuple[Resource, *tuple[Edit, ...]]:
    """Return what packs a folder that a script fills, and the script."""
    paths = component.tree.paths() if component.tree is not None else frozenset[str]()
    python = source.path.endswith(".py")
    listed = posixpath.join(source.folder, "requirements.txt" if python else "package.json") in paths
    packed = built_archive(module, label, posixpath.join(module.path, "build", label), output)
    if source.folder == module.path or not (python or listed):
        return (packed,)
    text = script(module, label, source, python=python, listed=listed)
    path = posixpath.normpath(posixpath.join(module.path, "scripts", f"build_{label}.sh"))
    return packed, CreateFile(path, text)


def _surroundings(component: Component, module: Module, path: str) -> Iterator[Edit]:
    """Yield what else an archive wants: its provider where others are declared, and that git leaves the package out."""
    blocks = [block for _, block in required(module)]
    if blocks and not any("archive" in block.names for block in blocks):
        version = (locked(component, module) or {}).get(SOURCES["archive"], SINCE["archive"])
        constraint = f"~> {'.'.join(version.split('.')[:2])}"
        yield RequireProvider(module, "archive", SOURCES["archive"], constraint)
    ignoring = ignore_file(component, path)
    if ignoring and not is_ignored(component, path):
        yield AppendLine(ignoring, f"/{posixpath.relpath(path, posixpath.dirname(ignoring) or '.')}")
