"""What the source of a function does when something fails: which errors it swallows.

Python is parsed, never run; JavaScript is only searched.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from iacfix.transforms.code import parsed, span_of
from iacfix.transforms.model import Span

_LOGS = {"debug", "info", "warning", "warn", "error", "exception", "critical", "log", "print"}
_LOGGERS = re.compile(r"(?i)(?:.*_)?log(?:ger|ging)?|console")
_FAILED = {"error", "failed", "failure"}
_CATCH = re.compile(
    r"catch\s*(?:\(\s*\w+[^)]*\)\s*)?\{(?:\s*console\.\w+\([^;{}]*\);?)*\s*"
    r"(?P<returned>return\s*\{\s*[\"']?statusCode[\"']?\s*:\s*[45]\d\d\b)"
)


@dataclass(frozen=True, slots=True)
class Swallowed:
    """An error that is caught and returned as if it were a result.

    *returned* is the statement that does so, and *bound* the name that the error is given to, with what stands before
    it, where nothing but that statement reads it; *fixable*: the language is parsed.
    """

    returned: Span
    bound: Span | None = None
    fixable: bool = True


def swallowed(text: str, ending: str, handler: str) -> Iterator[Swallowed]:
    """Yield the errors that the function *handler* of a source swallows: it logs them, and returns an error."""
    if ending != ".py":
        for match in _CATCH.finditer(text):
            yield Swallowed(Span(*match.span("returned")), fixable=False)
        return
    tree = parsed(text)
    defined = (
        next((s for s in tree.body if isinstance(s, ast.FunctionDef) and s.name == handler), None) if tree else None
    )
    for node in _inside(defined) if defined else ():
        if isinstance(node, ast.Try):
            for caught in node.handlers:
                if _is_broad(caught.type) and (last := _returned(caught.body)) is not None:
                    yield Swallowed(span_of(text, last), _bound(text, caught, last))


def _inside(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """Yield the nodes of *function* without those of functions in it."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            waiting += ast.iter_child_nodes(node)


def _is_broad(caught: ast.expr | None) -> bool:
    match caught:
        case None | ast.Name(id="Exception" | "BaseException"):
            return True
        case ast.Tuple(elts=elements):
            return any(_is_broad(element) for element in elements)
        case _:
            return False


def _returned(body: list[ast.stmt]) -> ast.Return | None:
    """Return the statement at the end of *body* that returns an error, where nothing but logging stands before it."""
    match body:
        case [*before, ast.Return(value=ast.Dict() as result) as last] if _is_error(result):
            return last if all(_only_logs(statement) for statement in before) else None
        case _:
            return None


def _is_error(result: ast.Dict) -> bool:
    for key, value in zip(result.keys, result.values, strict=True):
        match key, value:
            case ast.Constant(value="statusCode" | "StatusCode"), ast.Constant(value=int() as number):
                return number >= 400
            case ast.Constant(value="status"), ast.Constant(value=str() as word):
                return word.lower() in _FAILED
            case _:
                pass
    return False


def _only_logs(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Name(id="print"))):
            return True
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr=name, value=ast.Name(id=owner)))):
            return (name in _LOGS and _LOGGERS.fullmatch(owner) is not None) or (owner, name) == (
                "traceback",
                "print_exc",
            )
        case ast.Assign(targets=[ast.Name()], value=value):
            return not any(isinstance(node, ast.Call) and not _is_text(node) for node in ast.walk(value))
        case _:
            return False


def _is_text(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id in {"str", "repr", "format"}


def _bound(text: str, caught: ast.ExceptHandler, last: ast.Return) -> Span | None:
    """Return where `` as e`` stands, if nothing but *last* reads the name."""
    if caught.name is None or caught.type is None:
        return None
    others = (node for statement in caught.body if statement is not last for node in ast.walk(statement))
    if any(isinstance(node, ast.Name) and node.id == caught.name for node in others):
        return None
    start = span_of(text, caught.type).end
    found = re.compile(rf"\s+as\s+{re.escape(caught.name)}(?=\s*:)").match(text, start)
    return Span(*found.span()) if found else None
