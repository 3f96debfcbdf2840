"""What the files of a program take from packages, and where they name it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import libcst as cst

from iacfix.transforms.languages.cdktf.scopes import File, dotted_text
from iacfix.transforms.model import Import, Resource


def imports_of(files: Iterable[File], declared: Mapping[File, Iterable[tuple[Resource, cst.CSTNode]]]) -> list[Import]:
    """Return the names that *files* import from packages, but for what they may do without.

    *declared* is what each file declares, with the calls that make it.
    """
    files = list(files)
    found: list[Import] = []
    for file in files:
        made = _made(file, declared.get(file, ()))
        for statement in file.source.all(cst.ImportFrom):
            if isinstance(statement.names, cst.ImportStar) or statement.relative or statement.module is None:
                continue
            if any(isinstance(around, (cst.Try, cst.TryStar)) for around in file.source.ancestors(statement)):
                continue
            module = file.usual(dotted_text(statement.module))
            for alias in statement.names:
                name, bound = alias.evaluated_name, alias.evaluated_alias or alias.evaluated_name
                used = file.path.endswith("__init__.py") or _is_named(file, bound)
                origin = file.source.origin(alias.name)
                found.append(Import(file.path, module, name, bound, origin, used, made.get(f"{module}.{name}", ())))
    return found


def _made(file: File, declared: Iterable[tuple[Resource, cst.CSTNode]]) -> dict[str, tuple[Resource, ...]]:
    """Return what is declared with each class that *file* imports."""
    found: dict[str, tuple[Resource, ...]] = {}
    for resource, node in declared:
        if isinstance(node, cst.Call):
            dotted = file.dotted(node.func, file.scope_of(node))
            found[dotted] = (*found.get(dotted, ()), resource)
    return found


def _is_named(file: File, bound: str) -> bool:
    """Say whether *file* does something with the imported name *bound*."""
    return bool(uses_of(file, bound)) or any(bound in string.raw_value for string in file.source.all(cst.SimpleString))


def uses_of(file: File, bound: str) -> list[cst.Name]:
    """Return where *file* names what it imports as *bound*."""
    found: list[cst.Name] = []
    for name in file.source.all(cst.Name):
        if name.value != bound:
            continue
        parent = file.source.parent(name)
        elsewhere = (
            isinstance(parent, (cst.ImportAlias, cst.AsName, cst.Param, cst.ImportFrom))
            or (isinstance(parent, cst.Attribute) and parent.attr is name)
            or (isinstance(parent, cst.Arg) and parent.keyword is name)
        )
        if not elsewhere and not file.lookup(bound, file.scope_of(name))[0] and not file.shadowed(name):
            found.append(name)
    return found
