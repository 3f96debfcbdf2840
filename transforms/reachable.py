"""Which Python files of a project a program runs: those that it imports, and that these import. Nothing is run."""

from __future__ import annotations

import ast
import json
import posixpath
import re
from collections.abc import Iterator

from iacfix.transforms.model import Component, Tree

_PROGRAM = re.compile(r"[\w./-]+\.py\b")


def program(component: Component) -> str | None:
    """Return the file of *component* that its project's ``cdktf.json`` starts, or None."""
    tree = component.tree
    for settings in sorted(tree.paths()) if tree is not None else ():
        if posixpath.basename(settings) != "cdktf.json" or tree is None:
            continue
        try:
            read = json.loads(tree.text(settings) or "")
        except ValueError:
            continue
        found = _PROGRAM.search(str(read.get("app", ""))) if isinstance(read, dict) else None
        path = posixpath.normpath(posixpath.join(posixpath.dirname(settings), found[0])) if found else ""
        if path in component.documents:
            return path
    return None


def imported(tree: Tree, start: str) -> frozenset[str]:
    """Return the files that the program at *start* runs."""
    base, paths = posixpath.dirname(start), tree.paths()
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            waiting += [other for other in _imports(tree.text(path) or "", path, base) if other in paths]
    return frozenset(seen)


def _imports(text: str, path: str, base: str) -> Iterator[str]:
    """Yield the files that the source *text* at *path* may import."""
    try:
        found = list(ast.walk(ast.parse(text)))
    except (SyntaxError, ValueError, RecursionError):
        return
    for node in found:
        names: list[str] = []
        folder = base
        match node:
            case ast.Import():
                names = [alias.name for alias in node.names]
            case ast.ImportFrom():
                names = [f"{node.module}.{alias.name}" if node.module else alias.name for alias in node.names]
                names += [node.module] if node.module else []
                for level in range(node.level):
                    folder = posixpath.dirname(folder if level else path)
            case _:
                pass
        for name in names:
            parts = name.split(".")
            for end in range(1, len(parts) + 1):
                stem = posixpath.join(folder, *parts[:end])
                yield from (f"{stem}.py", posixpath.join(stem, "__init__.py"))
