"""Constructs of one scope with the same id: the second stops the program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import libcst as cst

from iacfix.transforms.languages.cdktf.flow import once
from iacfix.transforms.languages.cdktf.scopes import File


def clashes(file: File, calls: list[tuple[cst.Call, cst.BaseExpression]]) -> Iterator[tuple[cst.Call, cst.Call, str]]:
    """Yield each of *calls*, given with their ids, that is made after another with the same id in the same scope.

    Both must be made whenever the program runs: they stand in the same block of the same function, or each is sure to
    be made once.
    """
    made: dict[tuple[object, ...], list[cst.Call]] = defaultdict(list)
    for call, identifier in calls:
        if (key := _key(file, call, identifier)) is not None:
            made[key].append(call)
    for same in made.values():
        for call in same[1:]:
            yield same[0], call, str(_text(file, call))


def repeated(file: File, call: cst.Call, identifier: cst.BaseExpression) -> bool:
    """Say whether *call* is made twice or more by a loop over what is written out, with an id that never changes."""
    loop = file.loop_around(call)
    if loop is None or not _is_constant(identifier) or not _is_self(file, call):
        return False
    around = next((a for a in file.source.ancestors(call) if isinstance(a, (cst.For, cst.If, cst.Try))), None)
    if isinstance(loop, cst.For) and around is not loop:
        return False
    if isinstance(loop, cst.For) and any(isinstance(node, (cst.Break, cst.Continue)) for node in _inside(loop)):
        return False
    match loop.iter:
        case cst.List(elements=elements) | cst.Tuple(elements=elements):
            return len(elements) > 1 and not any(isinstance(each, cst.StarredElement) for each in elements)
        case cst.Call(func=cst.Name(value="range"), args=[cst.Arg(value=cst.Integer() as count)]):
            return count.evaluated_value > 1
        case _:
            return False


def _inside(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(current.children)


def _key(file: File, call: cst.Call, identifier: cst.BaseExpression) -> tuple[object, ...] | None:
    """Return what calls that clash with *call* have in common, or None when it may never be made."""
    if not call.args or file.loop_around(call) is not None:
        return None
    scope = file.scope_of(call)
    blocks = [a for a in file.source.ancestors(call) if isinstance(a, (cst.IndentedBlock, cst.Module))]
    block: object = blocks[0] if blocks else None
    if not _is_constant(identifier):
        if not isinstance(identifier, cst.FormattedString):
            return None
    elif _is_self(file, call) and once(file, call):
        block = scope.owner
    base = file.source.text(call.args[0].value)
    lazy = any(isinstance(a, (cst.IfExp, cst.BooleanOperation, cst.Lambda)) for a in file.source.ancestors(call))
    return None if lazy or block is None else (base, file.source.text(identifier).strip("\"'"), block)


def _text(file: File, call: cst.Call) -> str:
    return file.source.text(call.args[1].value) if len(call.args) > 1 else ""


def _is_constant(identifier: cst.BaseExpression) -> bool:
    return isinstance(identifier, cst.SimpleString)


def _is_self(file: File, call: cst.Call) -> bool:
    method = file.scope_of(call).method
    first = call.args[0].value if call.args else None
    return method is not None and isinstance(first, cst.Name) and first.value == method.self_name
