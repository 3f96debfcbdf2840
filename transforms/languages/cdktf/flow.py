"""What a program is sure to do exactly once, as far as its text says."""

from __future__ import annotations

import libcst as cst

from iacfix.transforms.languages.cdktf.scopes import File

_MAYBE = (cst.For, cst.While, cst.If, cst.Try, cst.TryStar, cst.Match, cst.IfExp, cst.BooleanOperation)
_OFTEN = (cst.ListComp, cst.SetComp, cst.DictComp, cst.GeneratorExp, cst.Lambda)
_DEEPEST = 20


def once(file: File, node: cst.CSTNode, depth: int = 0) -> bool:
    """Say whether *node* is sure to be evaluated once where its class is made, or where its file is run.

    A method counts when it is called from one place, which is sure to be reached once.
    """
    for outer in file.source.ancestors(node):
        if isinstance(outer, (*_MAYBE, *_OFTEN)):
            return False
        if isinstance(outer, cst.FunctionDef):
            return outer.name.value == "__init__" or _called_once(file, outer, depth)
        if isinstance(outer, cst.ClassDef):
            return True
    return True


def _called_once(file: File, function: cst.FunctionDef, depth: int) -> bool:
    name = function.name.value
    uses = [other for other in file.source.all(cst.Name) if other.value == name and other is not function.name]
    if len(uses) != 1 or depth > _DEEPEST or function.decorators:
        return False
    around = file.source.parent(uses[0])
    func = around if isinstance(around, cst.Attribute) else uses[0]
    call = file.source.parent(func)
    return isinstance(call, cst.Call) and call.func is func and once(file, call, depth + 1)
