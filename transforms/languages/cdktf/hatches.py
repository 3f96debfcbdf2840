"""Calls of ``add_override``: what is set in the JSON past the class that makes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import libcst as cst

from iacfix.transforms.languages.cdktf.scopes import File
from iacfix.transforms.languages.cdktf.values import Expressions
from iacfix.transforms.model import Module, Overridden, Resource


def overrides(
    file: File, read: Expressions, module: Module, made: Mapping[cst.CSTNode, Resource]
) -> Iterator[Overridden]:
    """Yield what *file* overrides in the constructs of *module* that are *made* in it.

    Only what stands by itself in the block that makes the construct, behind it, without a word about it.
    """
    for call in file.source.all(cst.Call):
        match call:
            case cst.Call(
                func=cst.Attribute(value=cst.Name() | cst.Attribute() as name, attr=cst.Name(value="add_override")),
                args=[
                    cst.Arg(keyword=None | cst.Name(value="path"), star="", value=cst.SimpleString() as path),
                    cst.Arg(keyword=None | cst.Name(value="value"), star="", value=value),
                ],
            ):
                scope = file.scope_of(call)
                binding = file.binding(name, scope)
            case _:
                continue
        resource = made.get(binding.value) if binding is not None and binding.value is not None else None
        line = file.source.parent(file.source.parent(call) or call)
        if binding is None or resource is None or not isinstance(line, cst.SimpleStatementLine):
            continue
        block = file.source.parent(line)
        first = file.source.parent(binding.node)
        alone = len(line.body) == 1 and isinstance(line.body[0], cst.Expr) and line.body[0].value is call
        if alone and first is not None and block is file.source.parent(first) and not _spoken_of(line):
            behind = file.source.inner(first).end <= file.source.inner(line).start
            if behind and binding.function is scope:
                yield Overridden(module, resource, path.raw_value, read.value(value), file.source.origin(call))


def _spoken_of(line: cst.SimpleStatementLine) -> bool:
    """Say whether a comment stands on *line* or right above it."""
    return line.trailing_whitespace.comment is not None or any(each.comment for each in line.leading_lines)
