"""Python text parsed once, with the exact span of every node that matters.

libcst keeps every character, but its position providers cost as much as the parse. Generating the code again while
counting characters gives the same spans for a quarter of that, and the parents and lists of nodes that reading needs.
"""

from __future__ import annotations

import ast
import bisect
import io
import tokenize
import warnings
from collections import deque
from collections.abc import Iterator
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Any, TypeVar

import libcst as cst
from libcst.metadata.span_provider import SpanProvidingCodegenState

from iacfix.transforms.model import Document, Origin, Problem, Span

LARGEST = 2_000_000  # characters; nobody writes a program this long by hand
DEEPEST = 150  # nested nodes; libcst's native parser has no limit of its own and would take the process down

_Node = TypeVar("_Node", bound=cst.CSTNode)

_LISTED = (
    cst.AnnAssign,
    cst.AsName,
    cst.AssignTarget,
    cst.AugAssign,
    cst.Call,
    cst.ClassDef,
    cst.CompFor,
    cst.Del,
    cst.For,
    cst.FormattedString,
    cst.FormattedStringExpression,
    cst.FunctionDef,
    cst.Global,
    cst.Import,
    cst.ImportFrom,
    cst.Name,
    cst.NamedExpr,
    cst.Nonlocal,
    cst.Return,
    cst.SimpleString,
    cst.Subscript,
)


class _Syntactic(AbstractContextManager[None]):
    """Notes where a node begins and ends without the white space that it owns."""

    def __init__(
        self, recorder: _Recorder, node: cst.CSTNode, first: cst.CSTNode | None, last: cst.CSTNode | None
    ) -> None:
        self._recorder = recorder
        self._node = node
        self._first = first
        self._last = last
        self._start = 0

    def __enter__(self) -> None:
        self._start = self._recorder.position

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        inner = self._recorder.inner
        start = inner[self._first].start if self._first is not None and self._first in inner else self._start
        end = inner[self._last].end if self._last is not None and self._last in inner else self._recorder.position
        inner[self._node] = Span(start, end)


class _Recorder(SpanProvidingCodegenState):
    """Counts the characters that libcst generates."""

    def __init__(self, module: cst.Module) -> None:
        """Begin at the first character of *module*."""
        super().__init__(module.default_indent, module.default_newline, provider=_NOBODY)
        self.outer: dict[cst.CSTNode, Span] = {}
        self.inner: dict[cst.CSTNode, Span] = {}
        self.parents: dict[cst.CSTNode, cst.CSTNode] = {}
        self.listed: dict[type[cst.CSTNode], list[cst.CSTNode]] = {kind: [] for kind in _LISTED}
        self._open: list[tuple[cst.CSTNode, int]] = []

    def add_indent_tokens(self) -> None:
        """Generate the indentation of a line."""
        self.tokens.extend(self.indent_tokens)
        self.position += sum(map(len, self.indent_tokens))

    def add_token(self, value: str) -> None:
        """Generate *value*."""
        self.tokens.append(value)
        self.position += len(value)

    def before_codegen(self, node: cst.CSTNode) -> None:
        """Note where *node* begins, and inside what."""
        if self._open:
            self.parents[node] = self._open[-1][0]
        self._open.append((node, self.position))
        if (known := self.listed.get(type(node))) is not None:
            known.append(node)

    def after_codegen(self, node: cst.CSTNode) -> None:
        """Note where *node* ends."""
        self.outer[node] = Span(self._open.pop()[1], self.position)

    def record_syntactic_position(  # type: ignore[override]
        self, node: cst.CSTNode, *, start_node: cst.CSTNode | None = None, end_node: cst.CSTNode | None = None
    ) -> AbstractContextManager[None]:  # pyright: ignore[reportIncompatibleMethodOverride] - generators are slow
        """Note *node* without its white space and parentheses."""
        return _Syntactic(self, node, start_node, end_node)


_NOBODY: Any = None  # the recorder reports to no metadata provider


class Source:
    """A document that is legal Python, and its tree.

    The *outer* span of an expression includes its parentheses, that of a statement the comments above it; the *inner*
    one does not.
    """

    def __init__(self, document: Document, tree: cst.Module, recorder: _Recorder) -> None:
        """Keep what *recorder* has seen of *tree*."""
        self.document = document
        self.tree = tree
        self._outer = recorder.outer
        self._inner = recorder.inner
        self._parents = recorder.parents
        self._listed = recorder.listed
        self._name_starts = [self._outer[name].start for name in self._listed[cst.Name]]
        self._expressions: dict[Span, cst.BaseExpression] | None = None

    def all(self, kind: type[_Node]) -> list[_Node]:
        """Return the nodes of *kind*, in source order."""
        return self._listed[kind]  # type: ignore[return-value]

    def outer(self, node: cst.CSTNode) -> Span:
        """Return the span of *node* with its parentheses, or with the white space that it owns."""
        return self._outer[node]

    def inner(self, node: cst.CSTNode) -> Span:
        """Return the span of *node* without parentheses and white space."""
        return self._inner.get(node) or self._outer[node]

    def parent(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """Return the node directly around *node*."""
        return self._parents.get(node)

    def ancestors(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """Yield the nodes around *node*, from the inside out."""
        current = self._parents.get(node)
        while current is not None:
            yield current
            current = self._parents.get(current)

    def text(self, node: cst.CSTNode) -> str:
        """Return the source of *node*, with its parentheses."""
        return self.document.text[slice(*self._outer[node])]

    def origin(self, node: cst.CSTNode) -> Origin:
        """Return where *node* stands, with its parentheses."""
        return Origin(self.document.path, self._outer[node])

    def names(self, span: Span) -> list[cst.Name]:
        """Return the names inside *span*, in order."""
        first = bisect.bisect_left(self._name_starts, span.start)
        last = bisect.bisect_left(self._name_starts, span.end)
        return self.all(cst.Name)[first:last]

    def at(self, span: Span) -> cst.BaseExpression | None:
        """Return the outermost expression that stands exactly at *span*, or None."""
        if self._expressions is None:
            # Nodes are noted from the inside out: the outermost of those with one span comes last.
            self._expressions = {
                place: node for node, place in self._outer.items() if isinstance(node, cst.BaseExpression)
            }
        return self._expressions.get(span)


def parse(document: Document) -> Source | Problem:
    """Parse *document*, or say why Python would refuse it."""
    if (problem := illegal(document)) is not None:
        return problem
    try:
        tree = cst.parse_module(document.text)
    except cst.ParserSyntaxError as error:
        return _problem(document, f"libcst cannot read this: {error.message}", error.raw_line, error.raw_column)
    recorder = _Recorder(tree)
    tree._codegen(recorder)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - what its providers do
    if "".join(recorder.tokens) != document.text:
        return _problem(document, "places in this file cannot be told exactly", 1, 0)
    return Source(document, tree, recorder)


def expression(text: str) -> cst.BaseExpression | None:
    """Parse *text* as one expression, or return None."""
    try:
        return cst.parse_expression(text)
    except cst.ParserSyntaxError:
        return None


def unbound(before: Document | None, after: Document) -> Problem | None:
    """Say which name *after* uses and no longer imports: two edits may each be right, and not go together."""
    if before is None or "import" not in before.text:
        return None
    was, now = ast.parse(before.text), ast.parse(after.text)
    gone = _imported(was) - _imported(now)
    bound = {node.id for node in ast.walk(now) if isinstance(node, ast.Name)} if gone else set[str]()
    names = sorted(gone & bound)
    return Problem(f"{', '.join(names)} is no longer imported", Origin(after.path, Span(0, 0))) if names else None


def _imported(tree: ast.Module) -> set[str]:
    statements = (node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom)))
    return {alias.asname or alias.name.partition(".")[0] for node in statements for alias in node.names}


def illegal(document: Document) -> Problem | None:
    """Say what Python's own compiler has against *document*. Nothing of it is run."""
    if len(document.text) > LARGEST:
        return _problem(document, f"the file is too large: more than {LARGEST} characters", 1, 0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(document.text, document.path)
            if _depth(tree) > DEEPEST:
                return _problem(document, f"the code is nested too deeply: more than {DEEPEST} levels", 1, 0)
            compile(tree, document.path, "exec", dont_inherit=True)
    except SyntaxError as error:
        return _problem(document, f"syntax error: {error.msg}", error.lineno or 1, max(error.offset or 1, 1) - 1)
    except (RecursionError, MemoryError):
        return _problem(document, "the code is nested too deeply", 1, 0)
    except ValueError as error:
        return _problem(document, f"not Python source: {error}", 1, 0)
    return None


def comments(document: Document) -> list[tuple[int, int]]:
    """Return the spans of the comments of *document*."""
    lines = list(io.StringIO(document.text, newline=""))
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    found: list[tuple[int, int]] = []
    feed = iter(lines)
    try:
        for token in tokenize.generate_tokens(lambda: next(feed, "")):
            if token.type == tokenize.COMMENT:
                start = starts[token.start[0] - 1] + token.start[1]
                found.append((start, start + len(token.string)))
    except (tokenize.TokenError, SyntaxError):
        pass
    return found


def _depth(tree: ast.AST) -> int:
    """Return how deeply *tree* is nested, without recursion."""
    deepest = 0
    waiting: deque[tuple[ast.AST, int]] = deque([(tree, 1)])
    while waiting:
        node, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting.extend((child, depth + 1) for child in ast.iter_child_nodes(node))
    return deepest


def _problem(document: Document, message: str, line: int, column: int) -> Problem:
    """Return *message* at a line counted from 1 and a column counted from 0."""
    start = 0
    for _ in range(line - 1):
        following = document.text.find("\n", start)
        if following < 0:
            break
        start = following + 1
    start = min(start + column, len(document.text))
    return Problem(message, Origin(document.path, Span(start, start)))
