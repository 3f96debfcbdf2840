"""Packing a function: which source its handler is, what that needs beside it, and an archive that has it all."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from iacfix.transforms import code
from iacfix.transforms.edits import AppendLine, CreateFile, Edit, InsertArgument, Replace, RequireProvider
from iacfix.transforms.facts.distributions import distribution
from iacfix.transforms.facts.providers import SINCE, SOURCES
from iacfix.transforms.model import (
    Component,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    Reference,
    Resource,
    Sequence,
    Template,
    Value,
)
from iacfix.transforms.providers import locked, required
from iacfix.transforms.sources import (
    Member,
    base_of,
    endings,
    handler,
    ignore_file,
    is_ignored,
    is_zip,
    package_of,
    path_of,
    runtime,
)

_TESTS = frozenset({"test", "tests", "__tests__", "spec", "node_modules"})
_NOT_PACKED = (".zip", ".sh", ".md", ".rst", ".test.js", ".spec.js", ".tfvars")


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a handler is in. *alone*: it needs none of its neighbours. *foreign* are packages to install.

    *texts* is all that was read: the file, and those beside it that it imports.
    """

    path: str
    named: bool
    alone: bool
    foreign: tuple[str, ...]
    texts: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """The folder that the file lies in."""
        return posixpath.dirname(self.path) or "."


def code_of(component: Component, module: Module, function: Resource) -> Source | None:
    """Return the source that *function* runs: out of its package, or the only one in the tree that it can be."""
    wanted, runs = handler(component, module, function), runtime(component, module, function)
    if wanted is None or not endings(runs) or not is_zip(function):
        return None
    package = package_of(component, module, function)
    if package is None:
        value = function.get("filename")
        path = path_of(component, module, value) if value is not None else None
        return source_of(component, module, function, path or "")
    members = [member for member in package.members if member.ending in endings(runs)]
    exact = [member for member in members if member.stem == wanted[0]]
    # What the handler is to be called after, where nothing is called like it.
    found = next(iter(exact or _only(member for member in members if member.defines(wanted[1]))), None)
    if found is None or found.text is None:
        return None
    if found.path:
        return _source(component, found, runs, named=bool(exact))
    names = code.imports(found.text, found.ending)
    foreign = sorted(name for name in names or () if not code.is_built_in(name, found.ending, runs))
    return Source("", True, True, tuple(foreign), (found.text,)) if names is not None else None


def _only(members: Iterable[Member]) -> list[Member]:
    """Return the only one of *members*, or none."""
    found = list(members)
    return found if len(found) == 1 else []


def source_of(component: Component, module: Module, function: Resource, archive: str) -> Source | None:
    """Return the source of *function*, which is to be packed as *archive*; None where it is not the only one."""
    wanted = handler(component, module, function)
    runs = runtime(component, module, function)
    if wanted is None or component.tree is None or not endings(runs):
        return None
    stem, name = wanted
    defining = [member for member in _near(component, module, endings(runs)) if member.defines(name)]
    exact = [member for member in defining if posixpath.basename(member.stem) == stem]
    found = exact or defining
    if len(found) > 1:
        at = posixpath.splitext(archive)[0]
        near = {posixpath.dirname(archive), at}
        close = [m for m in found if posixpath.dirname(m.path) in near]
        alike = [m for m in found if posixpath.basename(posixpath.dirname(m.path)) == posixpath.basename(at)]
        found = next((some for some in (alike, close) if len(some) == 1), found)
    if len(found) != 1 or found[0].text is None:
        return None
    return _source(component, found[0], runs, named=bool(exact))


def _near(component: Component, module: Module, runs: frozenset[str]) -> Iterator[Member]:
    """Yield the sources below *module*, or, where there are none, below the folder that it lies in.

    Those of a program that is code itself lie anywhere in its project.
    """
    paths = sorted(
        path for path in (component.tree.paths() if component.tree else ()) if path not in component.documents
    )
    here = base_of(component, module) if component.language == "cdktf" else module.path
    for folder in dict.fromkeys((here or ".", posixpath.dirname(here or ".") or ".")):
        head = "" if folder == "." else f"{folder}/"
        below = [
            path
            for path in paths
            if path.startswith(head) and posixpath.splitext(path)[1] in runs and _TESTS.isdisjoint(path.split("/"))
        ]
        for path in below:
            yield Member(path.removeprefix(head), path, component.tree.text(path) if component.tree else None)
        if below:
            return


def _source(component: Component, member: Member, runs: str, *, named: bool) -> Source | None:
    """Follow what *member* imports."""
    paths = component.tree.paths() if component.tree is not None else frozenset[str]()
    folder = posixpath.dirname(member.path)
    foreign: set[str] = set()
    seen: dict[str, str] = {member.path: member.text or ""}
    waiting = [member.path]
    alone = True
    while waiting:
        path = waiting.pop()
        ending = posixpath.splitext(path)[1]
        names = code.imports(seen[path], ending)
        if names is None:
            return None
        alone = alone and not code.reads_files(seen[path])
        for name in names:
            beside = list(_beside(paths, posixpath.dirname(path) if name.startswith(".") else folder, name, ending))
            if beside or name.startswith("."):
                alone = False
                new = {other: component.tree.text(other) or "" for other in beside if component.tree} if beside else {}
                waiting += new.keys() - seen.keys()
                seen |= new
            elif not code.is_built_in(name, ending, runs):
                foreign.add(name)
    manifest = posixpath.join(folder, "package.json")
    return Source(member.path, named, alone and manifest not in paths, tuple(sorted(foreign)), tuple(seen.values()))


def _beside(paths: frozenset[str], folder: str, name: str, ending: str) -> Iterator[str]:
    """Yield the files that the import of *name* may mean."""
    stem = posixpath.normpath(posixpath.join(folder, name))
    python = ending in code.PYTHON
    if python and name == ".":
        yield from (path for path in paths if posixpath.dirname(path) == folder and path.endswith(ending))
        return
    last = "__init__" if python else "index"
    for path in (stem, f"{stem}{ending}", f"{stem}/{last}{ending}"):
        if path in paths:
            yield path
    if python:
        yield from (path for path in paths if path.startswith(f"{stem}/") and path.endswith(ending))


def archive(
    component: Component, module: Module, label: str, source: Source, output: Value, path: str
) -> Resource | None:
    """Return what packs *source* as *output*, at *path*; None where its folder has more in it than the function."""
    if source.alone:
        return _archive(label, Entry("source_file", beside(module, source.path)), output)
    below = sorted(component.tree.paths()) if component.tree is not None else []
    inside = [path for path in below if source.folder == "." or path.startswith(f"{source.folder}/")]
    if any(path.endswith((".tf", ".tofu")) for path in inside):
        return None
    left = [
        posixpath.relpath(path, source.folder)
        for path in inside
        if path.endswith(_NOT_PACKED) or not _TESTS.isdisjoint(posixpath.relpath(path, source.folder).split("/"))
    ]
    left += [posixpath.relpath(path, source.folder)] if path.startswith(f"{source.folder}/") else []
    excluded = Entry("excludes", Sequence(tuple(map(Literal, left))))
    packed = Entry("source_dir", beside(module, source.folder))
    return _archive(label, packed, output, *([excluded] if left else []))


def _archive(label: str, packed: Entry, output: Value, *more: Entry) -> Resource:
    entries = (Entry("type", Literal("zip")), packed, *more, Entry("output_path", output))
    return Resource(Kind.DATA, "archive_file", label, Mapping(entries))


def written_archive(label: str, name: str, content: Value, output: Value) -> Resource:
    """Return what packs one file called *name* that has *content*."""
    file = Mapping((Entry("filename", Literal(name)), Entry("content", content)), block=True)
    body = Mapping((Entry("type", Literal("zip")), Entry("output_path", output), Entry("source", file)))
    return Resource(Kind.DATA, "archive_file", label, body)


def built_archive(module: Module, label: str, folder: str, output: Value) -> Resource:
    """Return what packs the *folder* that a script fills."""
    return _archive(label, Entry("source_dir", beside(module, folder)), output)


def beside(module: Module, path: str) -> Template:
    """Return *path* as one that begins at *module*."""
    here = Reference(Kind.BUILTIN, "", "path.module")
    return Template((here, Literal(f"/{posixpath.relpath(path, module.path)}")))


def taken_from(function: Resource, filename: Value, packed: Resource) -> Iterator[Edit]:
    """Yield the edits by which *function* is what *packed* packs."""
    yield Replace(filename, packed.reference("output_path").in_place_of(filename))
    new = packed.reference("output_base64sha256")
    old = function.get("source_code_hash")
    if old is None:
        yield InsertArgument(function, function.body, "source_code_hash", new, after="filename")
    else:
        yield Replace(old, new.in_place_of(old))


def surroundings(component: Component, module: Module, path: str) -> Iterator[Edit]:
    """Yield what else an archive wants: its provider where others are declared, and that git leaves the package out."""
    blocks = [block for _, block in required(module)]
    if blocks and not any("archive" in block.names for block in blocks):
        version = (locked(component, module) or {}).get(SOURCES["archive"], SINCE["archive"])
        constraint = f"~> {'.'.join(version.split('.')[:2])}"
        yield RequireProvider(module, "archive", SOURCES["archive"], constraint)
    ignoring = ignore_file(component, path)
    if ignoring and not is_ignored(component, path):
        yield AppendLine(ignoring, f"/{posixpath.relpath(path, posixpath.dirname(ignoring) or '.')}")


def built_at(component: Component, base: str, label: str, source: Source) -> tuple[list[Edit], str]:
    """Return a script below *base* that puts *source* and what it imports into a folder, and the folder.

    There is none where nobody says which versions are wanted, and for a source that lies in *base* itself.
    """
    paths = component.tree.paths() if component.tree is not None else frozenset[str]()
    python = source.path.endswith(".py")
    listed = posixpath.join(source.folder, "requirements.txt" if python else "package.json") in paths
    folder = posixpath.normpath(posixpath.join(base, "build", label))
    if source.folder == base or not (python or listed):
        return [], folder
    path = posixpath.normpath(posixpath.join(base, "scripts", f"build_{label}.sh"))
    return [CreateFile(path, _script(base, label, source, python=python, listed=listed))], folder


def _script(base: str, label: str, source: Source, *, python: bool, listed: bool) -> str:
    """Return a script that puts *source* and what it imports into ``build/``."""
    folder = posixpath.relpath(source.folder, base)
    lines = ["#!/usr/bin/env bash", f"# Puts the function's code and the packages that it imports into build/{label}."]
    lines += ["set -euo pipefail", 'cd "$(dirname "${BASH_SOURCE[0]}")/.."', "", f"rm -rf build/{label}"]
    lines += [f"mkdir -p build/{label}", f"cp -R {folder}/. build/{label}/"]
    if python:
        named = " ".join(distribution(name) for name in source.foreign)
        wanted = f"--requirement {folder}/requirements.txt" if listed else named
        lines += [f"python3 -m pip install --target build/{label} {wanted}"]
    else:
        lines += [f"npm install --omit=dev --prefix build/{label}"]
    return "\n".join(lines) + "\n"
