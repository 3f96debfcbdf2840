"""Which files import each other: from the text alone, before anything is parsed, and name by name afterwards."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from iacfix.transforms.model import Document, folder

_FROM = re.compile(r"^[ \t]*from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n;#]*)", re.MULTILINE)
_IMPORT = re.compile(r"^[ \t]*import[ \t]+([^\n;#]+)", re.MULTILINE)
_NAME = re.compile(r"([\w.]+)(?:\s+as\s+\w+)?")
_CLASS = re.compile(r"^class[ \t]+(\w+)", re.MULTILINE)


def module_path(importer: str, dotted: str, paths: Collection[str], started: str | None = None) -> str | None:
    """Return the path among *paths* that *importer* means by the module *dotted*, or None.

    A relative name is looked for where Python would; an absolute one in the folder *started* that the program is
    started in, and where nobody says that, or it is not there, in the importer's folder and those above it.
    """
    return next(_module_paths(importer, dotted, paths, started), None)


def _module_paths(importer: str, dotted: str, paths: Collection[str], started: str | None = None) -> Iterator[str]:
    """Yield the paths among *paths* that *importer* may mean by the module *dotted*, the likeliest first."""
    for start in _starts(importer, dotted, started):
        name = posixpath.join(start, dotted.lstrip(".").replace(".", "/")) if dotted.strip(".") else start
        yield from (path for path in (f"{name}.py", posixpath.join(name, "__init__.py")) if path in paths)


def package_folders(importer: str, dotted: str, started: str | None = None) -> Iterator[str]:
    """Yield the folders that *importer* may mean by the package *dotted*."""
    for start in _starts(importer, dotted, started):
        rest = dotted.lstrip(".").replace(".", "/")
        yield (posixpath.join(start, rest) if rest else start) or "."


def _starts(importer: str, dotted: str, started: str | None = None) -> Iterator[str]:
    """Yield the folders in which to look for *dotted*."""
    current = posixpath.dirname(importer)
    if dotted.startswith("."):
        for _ in range(len(dotted) - len(dotted.lstrip(".")) - 1):
            current = posixpath.dirname(current)
        yield current
        return
    if started is not None:
        yield started
    while current.strip("/"):
        yield current
        current = posixpath.dirname(current)
    yield ""


def group(documents: Mapping[str, Document]) -> list[tuple[str, ...]]:
    """Divide *documents* into those that are connected by imports."""
    leaders = {path: path for path in documents}

    def leader(path: str) -> str:
        while leaders[path] != path:
            leaders[path] = leaders[leaders[path]]
            path = leaders[path]
        return path

    makers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, document in documents.items():
        for name in _CLASS.findall(document.text):
            makers[folder(path), name].append(path)
    for path, document in documents.items():
        for other in _imported(path, document.text, leaders, makers):
            first, second = sorted((leader(path), leader(other)))
            leaders[second] = first
    groups: dict[str, list[str]] = defaultdict(list)
    for path in sorted(documents):
        groups[leader(path)].append(path)
    return [tuple(paths) for _, paths in sorted(groups.items())]


def _imported(
    path: str, text: str, paths: Collection[str], makers: Mapping[tuple[str, str], list[str]]
) -> Iterator[str]:
    """Yield the documents that the import statements of *text* name."""
    for module, names in _FROM.findall(text):
        found = module_path(path, module, paths)
        yield from _module_paths(path, module, paths)
        for name in _NAME.findall(re.sub(r"#[^\n]*|[()\\]", " ", names)):
            below = f"{module}{name}" if module.endswith(".") else f"{module}.{name}"
            inner = [*_module_paths(path, below, paths)]
            yield from inner
            if not inner and found is None:
                for directory in package_folders(path, module):
                    if len(same := makers.get((directory, name), [])) == 1:
                        yield same[0]
    for names in _IMPORT.findall(text):
        for name in _NAME.findall(names):
            yield from _module_paths(path, name, paths)
