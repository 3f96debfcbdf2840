"""Source of a function that is not there.

An ``archive_file``, a ``TerraformAsset``, ``sam build`` or ``aws cloudformation package`` packs a file or a folder that
the repository does not have: nothing can be deployed before somebody writes it.

With ``--scaffold``, the file is made: as a guide in the repository has it, where one has a block of code that is headed
by the path, and else as a beginning that defines the handler, reads the environment variables that the function is
given, and answers what calls it. A file that is there is never written over; where only capital letters differ, the
name that is meant is told. Paths that a script, a pipeline or git's list of what to ignore mention, those that are
handed over from outside, and those with a place to be filled in (``${code}``) are left alone.

https://docs.aws.amazon.com/lambda/latest/dg/lambda-deploy-functions.html
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from iacfix.transforms.edits import CreateFile
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Module, Resource, Value
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import resolve
from iacfix.transforms.sources import (
    FUNCTIONS,
    builds,
    endings,
    handler,
    is_ignored,
    is_zip,
    path_of,
    runtime,
    source_paths,
    where_packed,
)
from iacfix.transforms.stubs import from_guide, stub

fixer = Fixer(__name__, code="LAM003", since="0.1.0", tiers=(Tier.SCAFFOLD,), closed_world=True)

# Folders that something makes.
MADE = re.compile(
    r"(?:^|/)(?:\.[^./][^/]*|build|builds|dist|out|output|target|vendor|packages?|artifacts?|node_modules)(?:/|$)"
)

# What another program fills in before the template is deployed.
FILLED_IN = re.compile(r"\$\{|\{\{|[<>]")

# Folders of what is read by tests, and never deployed.
TRIED_OUT = frozenset({"fixtures", "test", "test_templates", "testdata", "tests"})


@fixer.on(*FUNCTIONS)
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the source of *resource* when it is missing."""
    wanted = handler(component, module, resource)
    runs = endings(runtime(component, module, resource))
    if resource.kind is not Kind.RESOURCE or not runs or wanted is None or not is_zip(resource):
        return
    if not TRIED_OUT.isdisjoint(module.documents[0].split("/")[:-1]):
        return
    for where, value in _sources(component, module, resource):
        path = path_of(component, where, value)
        if path is None or FILLED_IN.search(path) or not _is_missing(component, path, runs):
            continue
        at = value if where is module else resource
        place = (f"{path} is not there", module, resource, at, "filename", Severity.BLOCKER)
        if alike := _alike(component, path):
            yield Finding(*place, advice=f"it is called {alike}")
            continue
        file = path if posixpath.splitext(path)[1] else _file(path, wanted[0], runs)
        text = from_guide(component, file) or stub(module, resource, wanted[1], posixpath.splitext(file)[1])
        newline = component.documents[module.documents[0]].newline
        create = CreateFile(file, text.replace("\n", newline))
        yield Finding(*place, (Fix(f"make {file}", Tier.SCAFFOLD, Impact.CREATE, (create,)),))


def _sources(component: Component, module: Module, function: Resource) -> Iterator[tuple[Module, Value]]:
    """Yield the paths that the package of *function* is made of, each with the module that has it."""
    filename = function.get("filename")
    origins = resolve(component, module, filename) if filename is not None else None
    if origins is not None and len(origins) == 1:
        packed = where_packed(origins[0].module, origins[0].value)
        for _, value in source_paths(packed) if packed is not None else ():
            yield origins[0].module, value
    for name in ("Code", "CodeUri"):
        match function.get(name):
            case Literal() as value:
                yield module, value
            case _:
                pass


def _is_missing(component: Component, path: str, runs: frozenset[str]) -> bool:
    """Say whether nothing is at *path*, and nothing seems to make it."""
    paths = component.tree.paths() if component.tree is not None else frozenset[str]()
    ending = posixpath.splitext(path)[1]
    if path in {".", *paths} or any(other.startswith(f"{path}/") for other in paths) or (ending and ending not in runs):
        return False
    ignored = is_ignored(component, path if ending else f"{path}/file")
    return not (MADE.search(path) or ignored or builds(component, posixpath.basename(path)))


def _file(folder: str, stem: str, runs: frozenset[str]) -> str:
    """Return the file in *folder* that a handler in the module *stem* is in."""
    ending = ".py" if ".py" in runs else ".js"
    return posixpath.join(folder, f"{stem.replace('.', '/')}{ending}")


def _alike(component: Component, path: str) -> str:
    """Return what is there under the same name but for capital letters, as some file systems find it."""
    for other in sorted(component.tree.paths()) if component.tree is not None else ():
        if f"{other}/".lower().startswith(f"{path}/".lower()):
            return other[: len(path)]
    return ""
