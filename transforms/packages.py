"""Which packages of providers a CDKTF program takes its classes from, and for which versions of the providers."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple, cast

from iacfix.transforms.facts import terraform
from iacfix.transforms.model import Component, Tree

LIBRARIES = ("cdktf", "cdktn")
_PACKAGE = re.compile(
    r"(?P<package>(?:cdktf_cdktf|cdktn)_provider_(?P<name>[a-z]+)|(?:[\w.]*\.)?imports\.(?P<folder>[a-z]+))"
    r"(?:\.(?P<module>\w+))?"
)
_PINNED = re.compile(
    r"[\"']?\b(?P<family>cdktf[-_]cdktf|cdktn)[-_]provider[-_](?P<name>[a-z]+)[\"']?\s*[=:]?\s*[\"'(\[]*\s*"
    r"(?:\{[^}]*?version[\"']?\s*[=:]\s*[\"'])?(?P<sign>===?|~=|>=|>|\^|~|)\s*v?(?P<major>\d+)\b"
)
# What a lock file says of it: Pipfile.lock, then poetry.lock, uv.lock and pdm.lock.
_LOCKED = re.compile(
    r"\"cdkt[fn](?:[-_]cdktf)?[-_]provider[-_](?P<entry>[a-z]+)\"\s*:\s*\{[^{}]*\"version\"\s*:\s*\"==(?P<pipenv>\d+)"
    r"|^name\s*=\s*\"cdkt[fn](?:[-_]cdktf)?[-_]provider[-_](?P<name>[a-z]+)\"\s*^version\s*=\s*\"(?P<listed>\d+)",
    re.MULTILINE,
)
_LOCKS = frozenset({"Pipfile.lock", "poetry.lock", "uv.lock", "pdm.lock"})
_FILES = re.compile(
    r"requirements[\w.-]*\.txt|requirements[\w.-]*\.in|constraints\.txt|Pipfile|pyproject\.toml|setup\.(?:py|cfg)"
)

# Since which major version of its package a provider has a major version of its own, by the tags of
# https://github.com/cdktf/cdktf-provider-aws and https://github.com/cdktn-io/cdktn-provider-aws, read in November 2026.
# Before the first of these, packages hold the versions before.
_SINCE = {"aws": ((21, 6), (20, 5))}
# The classes are the same in those before, but not whether they take one block or a list: what the facts are from is
# the last version of 5, in which many resources had been written anew.
_SAME_CLASSES = {"aws": 15}


class Package(NamedTuple):
    """The *module* of the package of the provider *name* that is called *package* in Python."""

    package: str
    name: str
    module: str


def package(dotted: str) -> Package | None:
    """Return what part of a provider's package *dotted* is, or None when it is of none that we know."""
    found = _PACKAGE.fullmatch(dotted)
    name = (found["name"] or found["folder"]) if found else ""
    if found is None or name not in known():
        return None
    return Package(found["package"], name, found["module"] or "")


@lru_cache(maxsize=1)
def known() -> frozenset[str]:
    """Return the names of the providers whose packages we know."""
    return frozenset(path.stem.removeprefix("terraform_") for path in terraform.DATA.glob("terraform_*.zz"))


@lru_cache(maxsize=64)
def majors(component: Component, name: str, *, classes: bool = False) -> tuple[int, ...]:
    """Return the major versions of the provider *name* that *component* may run with, oldest first.

    Where nothing is pinned: all, if the program imports as they want it; older packages had other modules, of which
    nothing is known here. *classes*: it is asked for what classes there are, and not for what they take.
    """
    all_ = tuple(sorted(terraform.majors(name)))
    since = _SINCE.get(name)
    pinned = set(_pins(component, name)) if since else ()
    if since is None or not pinned:
        return all_ if _is_recent(component) else ()
    least = since[-1][0]
    if classes:
        pinned = {least if _SAME_CLASSES[name] <= number < least else number for number in pinned}
    admitted = {_major_of(number, since) for number in pinned}
    return tuple(major for major in all_ if major in admitted) if 0 not in admitted else ()


def _major_of(number: int, since: tuple[tuple[int, int], ...]) -> int:
    return next((major for first, major in since if number >= first), 0)


def _pins(component: Component, name: str) -> Iterator[int]:
    """Yield the major versions of the package that the files around the program admit."""
    if component.tree is None:
        return
    folders = {posixpath.dirname(path) for path in component.documents}
    above = {""} | {folder[:end] for folder in folders for end in _ends(folder)}
    generated = any(re.search(rf"(?:^|\.)imports\.{name}(?:\.|$)", each) for each in component.modules_taken)
    paths = sorted(path for path in component.tree.paths() if posixpath.dirname(path) in above)
    locked = {path: [*_locked(component.tree, path, name)] for path in paths if posixpath.basename(path) in _LOCKS}
    settled = {posixpath.dirname(path) for path, versions in locked.items() if versions}
    for path in paths:
        folder, file = posixpath.split(path)
        if path in locked:
            yield from locked[path]
        elif generated and file == "cdktf.json" and (text := component.tree.text(path)):
            yield from _generated(text, name)
        elif folder not in settled and _FILES.fullmatch(file) and (text := component.tree.text(path)):
            for found in _PINNED.finditer(text):
                if found["name"] == name and found["sign"]:
                    first = int(found["major"])
                    yield from range(first, max(first, 21) + 1) if ">" in found["sign"] else (first,)


def _locked(tree: Tree, path: str, name: str) -> Iterator[int]:
    """Yield the major version that the lock file at *path* has of the package."""
    for found in _LOCKED.finditer(tree.text(path) or ""):
        if name in {found["entry"], found["name"]}:
            yield int(found["pipenv"] or found["listed"])


def _ends(folder: str) -> Iterator[int]:
    yield from (match.start() for match in re.finditer("/", folder))
    yield len(folder)


def _generated(text: str, name: str) -> Iterator[int]:
    """Yield, as if they were of a package, the versions that bindings are generated for."""
    try:
        settings: Any = json.loads(text)
        wanted: list[Any] = list(settings["terraformProviders"])
    except (ValueError, TypeError, KeyError):
        return
    for each in wanted:
        entry = cast("dict[str, Any]", each) if isinstance(each, dict) else {}
        said = f"{entry.get('source') or entry.get('name')}@{entry.get('version', '')}" if entry else each
        found = re.fullmatch(rf"(?:[\w./-]*/)?{name}@(?P<versions>.*)", str(said))
        if found:
            yield from _packages_for(found["versions"], name)


def _packages_for(versions: str, name: str) -> Iterator[int]:
    """Yield the packages that have the major versions of the provider which a constraint admits."""
    since = _SINCE.get(name, ())
    newest = max((of for _, of in since), default=0)
    least, most = 0, newest
    for part in versions.split(","):
        sign = re.match(r"\s*(?P<sign>[~<>=!]*)\s*v?(?P<major>\d+)(?P<rest>\.\d+)*", part)
        if sign is None:
            continue
        major = int(sign["major"])
        match sign["sign"]:
            case ">" | ">=":
                least = max(least, major)
            case "<" | "<=":
                exclusive = sign["sign"] == "<" and not (sign["rest"] or "").strip(".0")
                most = min(most, major - exclusive)
            case "!=":
                pass
            case _:
                least, most = max(least, major), min(most, major)
    for major in range(least, most + 1) if least else ():
        yield next((first for first, of in since if of == major), 0)


@lru_cache(maxsize=4)
def _is_recent(component: Component) -> bool:
    """Say whether the program imports a module that no package from before had: those were called by one word."""
    return any(
        found is not None
        and (("_" in found.module and is_module(found.name, found.module)) or found.module == "provider")
        for each in component.modules_taken
        for found in (package(each), package(each.rpartition(".")[0]))
    )


def is_module(provider: str, module: str) -> bool:
    """Say whether a version of the package has *module*, which may be the package itself."""
    versions = terraform.majors(provider)
    return not module or any(module in terraform.provider(provider, major).modules for major in versions)
