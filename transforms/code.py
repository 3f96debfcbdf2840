"""What the source of a function says: which functions it defines, what it imports, which variables it reads.

Python is parsed, never run; JavaScript is searched, and where it exports what a search cannot see, the answer is None.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator

from iacfix.transforms.model import Span

PYTHON = frozenset({".py"})
NODE = frozenset({".js", ".mjs", ".cjs"})

_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`\w])//[^\n]*", re.DOTALL)
_EXPORT = re.compile(
    r"""(?<![\w$.])(?:module\s*\.\s*)?exports\s*\.\s*(?P<property>[\w$]+)\s*=(?!=)
    |(?<![\w$.])export\s+(?:async\s+)?(?:function\s*\*?|const|let|var|class)\s+(?P<declared>[\w$]+)
    |(?<![\w$.])(?:module\s*\.\s*exports\s*=|export)\s*\{(?P<listed>[^{}]*)\}""",
    re.VERBOSE,
)
_HIDDEN = re.compile(
    r"""(?<![\w$.])(?:module\s*\.\s*)?exports\s*=(?!=)\s*(?!\s*\{[^{}]*\}|(?:module\s*\.\s*)?exports\b)
    |(?<![\w$.])exports\s*\[|defineProperty\s*\(\s*(?:module\s*\.\s*)?exports
    |assign\s*\(\s*(?:module\s*\.\s*)?exports|__exportStar|(?<![\w$.])export\s*\*""",
    re.VERBOSE,
)
_REQUIRED = re.compile(
    r"""(?<![\w$.])(?:require|import)\s*\(\s*["'`](?P<called>[^"'`]+)["'`]
    |(?<![\w$.])(?:import|export)\s+(?:[\w$*{},\s]+?\s+from\s+)?["'](?P<named>[^"']+)["']""",
    re.VERBOSE,
)
_NODE_MODULES = """
    assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events
    fs http http2 https inspector module net os path perf_hooks process punycode querystring readline repl stream
    string_decoder sys timers tls trace_events tty url util v8 vm wasi worker_threads zlib
"""
# What Lambda's runtimes have of Python's packages: the SDK, and what it needs.
_WITH_BOTO3 = frozenset({"boto3", "botocore", "dateutil", "jmespath", "s3transfer", "six", "urllib3"})
_FILES = re.compile(
    r"\bopen\(|__file__|\bresources\b|pkgutil|read_text|\breadFile|__dirname|import\.meta|createReadStream"
)


def defines(text: str, ending: str) -> frozenset[str] | None:
    """Return the names that the source of a module gives to others, or None when that cannot be seen."""
    return _python_names(text) if ending in PYTHON else _node_names(text) if ending in NODE else None


def imports(text: str, ending: str) -> frozenset[str] | None:
    """Return the modules that a source imports, by their first names (``./x`` as it is written), or None."""
    if ending in NODE:
        found = {match["called"] or match["named"] for match in _REQUIRED.finditer(_COMMENT.sub(" ", text))}
        return frozenset(name if name.startswith(".") else _package(name) for name in found)
    if (tree := parsed(text)) is None:
        return None
    names: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=aliases):
                names.update(alias.name.partition(".")[0] for alias in aliases)
            case ast.ImportFrom(module=module, level=level):
                names.add("." if level or module is None else module.partition(".")[0])
            case _:
                pass
    return frozenset(names)


def is_built_in(name: str, ending: str, runtime: str) -> bool:
    """Say whether the module *name* comes with *runtime*: with the language, or as the SDK of AWS."""
    if ending in PYTHON:
        return name in sys.stdlib_module_names or name in _WITH_BOTO3
    if name.startswith("node:") or name in _NODE_MODULES.split():
        return True
    version = re.search(r"\d+", runtime)
    old = version is not None and int(version[0]) < 18
    return name == "aws-sdk" if old else name.startswith(("@aws-sdk/", "@smithy/"))


def calls_back(text: str, handler: str) -> bool:
    """Say whether a *handler* of Node.js answers by a callback or by its context, as no version from 24 on takes it."""
    name, one = re.escape(handler), r"\s*[\w$]+\s*"
    named = rf"(?:exports\s*\.\s*|const\s+|let\s+|var\s+){name}\s*=\s*(?:async\s+)?(?:function\b\s*[\w$]*\s*)?"
    found = re.search(rf"(?:{named}|\bfunction\s+{name}\s*)\({one},{one},{one}\)", text)
    return found is not None or re.search(r"\bcontext\s*\.\s*(?:done|fail|succeed)\s*\(", text) is not None


def reads_files(text: str) -> bool:
    """Say whether a source may read files that lie beside it."""
    return _FILES.search(text) is not None


def reads(text: str, variable: str) -> Iterator[Span]:
    """Yield where the name of the environment's *variable* stands in a source that reads it."""
    name = re.escape(variable)
    pattern = rf"(?:environ\s*\[\s*|environ\s*\.\s*get\(\s*|getenv\(\s*|process\.env\[\s*)[\"']({name})[\"']"
    for match in re.finditer(rf"{pattern}|process\.env\.({name})\b", text):
        yield Span(*match.span(match.lastindex or 0))


def span_of(text: str, node: ast.expr | ast.stmt) -> Span:
    """Return where *node*, which was parsed from *text*, stands in it."""
    lines = text.splitlines(keepends=True) if "\f" not in text and "\v" not in text else re.split(r"(?<=\n)", text)
    return Span(_offset(lines, node.lineno, node.col_offset), _offset(lines, node.end_lineno, node.end_col_offset))


def _offset(lines: list[str], line: int | None, column: int | None) -> int:
    """Return the offset of a place that counts lines from 1 and columns in bytes."""
    number = (line or 1) - 1
    before = lines[number].encode()[: column or 0].decode() if number < len(lines) else ""
    return sum(map(len, lines[:number])) + len(before)


def parsed(text: str) -> ast.Module | None:
    """Return the tree of a Python source, or None where it is none."""
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _python_names(text: str) -> frozenset[str] | None:
    tree = parsed(text)
    names = None if tree is None else list(_bound(tree.body))
    return None if names is None or "*" in names or "__getattr__" in names else frozenset(names)


def _bound(body: list[ast.stmt]) -> Iterator[str]:
    """Yield the names that statements bind, ``*`` where these cannot be told."""
    for statement in body:
        match statement:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                yield from (alias.asname or alias.name for alias in aliases)
            case ast.Assign() | ast.AnnAssign() | ast.AugAssign():
                yield from (
                    node.id
                    for node in ast.walk(statement)
                    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
                )
            case ast.Expr() | ast.Pass():
                if "globals" in ast.dump(statement):
                    yield "*"
            case _:
                for inner in ("body", "orelse", "finalbody"):
                    yield from _bound(getattr(statement, inner, []))
                for handler in getattr(statement, "handlers", []):
                    yield from _bound(handler.body)


def _node_names(text: str) -> frozenset[str] | None:
    plain = _COMMENT.sub(" ", text)
    if _HIDDEN.search(plain):
        return None
    names: set[str] = set()
    for match in _EXPORT.finditer(plain):
        if "..." in (match["listed"] or ""):
            return None
        listed = (item.partition(":")[0].split() for item in (match["listed"] or "").split(","))
        names |= {words[-1] for words in listed if words} | {match["property"] or match["declared"] or ""}
    return frozenset(names - {""})


def _package(name: str) -> str:
    parts = name.split("/")
    return "/".join(parts[:2]) if name.startswith("@") else name if name.startswith("node:") else parts[0]
