"""How the constructor of a class takes what it is given: by keywords, out of ``**kwargs``, in an object of fields."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst
from libcst import matchers as m

from iacfix.transforms.languages.cdktf.scopes import File, Scope


@dataclass(frozen=True, slots=True)
class Taking:
    """The lines at the head of a constructor that each take something out of its ``**kwargs``.

    *method* is how they do so, *quote* what they quote the name with, and *end* is where the last of them ends.
    """

    rest: str
    method: str
    quote: str
    end: int


def taking(file: File, constructor: Scope) -> Taking | None:
    """Return how the *constructor* takes things out of ``**kwargs``, None where another one more is no line of these.

    It is not where something is made before, nor where what is left goes on to somebody else.
    """
    function = constructor.node
    if not isinstance(function, cst.FunctionDef) or function.params.star_kwarg is None:
        return None
    rest = function.params.star_kwarg.name.value
    if not isinstance(function.body, cst.IndentedBlock) or _goes_on(file, constructor, rest):
        return None
    found: list[tuple[cst.SimpleStatementLine, str]] = []
    for statement in function.body.body:
        method = _method(statement, rest)
        if method and isinstance(statement, cst.SimpleStatementLine):
            found.append((statement, method))
        elif found:
            break
        elif not _prepares(statement):
            return None
    if not found:
        return None
    line, method = found[-1]
    quote = "'" if "'" in file.source.text(line) and '"' not in file.source.text(line) else '"'
    return Taking(rest, method, quote, file.source.inner(line).end)


def _method(statement: cst.CSTNode, rest: str) -> str:
    """Return ``get`` for ``name = kwargs.get("name", ...)``, an empty string for another statement."""
    match statement:
        case cst.SimpleStatementLine(
            body=[
                cst.Assign(
                    targets=[cst.AssignTarget(target=cst.Name())],
                    value=cst.Call(
                        func=cst.Attribute(value=cst.Name(value=base), attr=cst.Name(value="get" | "pop" as method))
                    ),
                )
            ]
        ) if base == rest:
            return method
        case _:
            return ""


def _prepares(statement: cst.CSTNode) -> bool:
    """Say whether *statement* is a docstring, an import, ``super().__init__()``, or names what is no construct."""
    match statement:
        case cst.SimpleStatementLine(body=[cst.Expr(value=cst.SimpleString() | cst.ConcatenatedString())]):
            return True
        case cst.SimpleStatementLine(body=[cst.Import() | cst.ImportFrom()]):
            return True
        case cst.SimpleStatementLine(
            body=[cst.Expr(value=cst.Call(func=cst.Attribute(attr=cst.Name(value="__init__"))))]
        ):
            return True
        case cst.SimpleStatementLine(body=[cst.Assign(value=cst.Name() | cst.SimpleString() | cst.Integer())]):
            return True
        case cst.SimpleStatementLine(body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name())], value=value)]):
            return not m.findall(value, m.Name("self"))  # a path, say: a construct is given what it stands in
        case _:
            return False


def _goes_on(file: File, constructor: Scope, rest: str) -> bool:
    """Say whether something is given all of *rest*."""
    for name in file.source.all(cst.Name):
        if name.value == rest and file.scope_of(name) is constructor:
            around = file.source.parent(name)
            taken = isinstance(around, (cst.Attribute, cst.Subscript, cst.Comparison, cst.Param))
            if not taken and not isinstance(around, cst.ComparisonTarget):
                return True
    return False
