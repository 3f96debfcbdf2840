"""Expressions read into values."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as Items
from dataclasses import replace
from typing import NamedTuple

import libcst as cst

from iacfix.transforms.languages.cdktf.held import Held
from iacfix.transforms.languages.cdktf.names import LIBRARIES, Made
from iacfix.transforms.languages.cdktf.scopes import Binding, File, Scope
from iacfix.transforms.languages.cdktf.strings import decode
from iacfix.transforms.model import (
    Call,
    Conditional,
    Entry,
    Index,
    Kind,
    Literal,
    Mapping,
    Opaque,
    Origin,
    Reference,
    Sequence,
    Span,
    Step,
    Template,
    Value,
)

# Functions of Terraform whose name in ``Fn`` is another.
FUNCTIONS = {"length_of": "length"}
_JSON_STYLE = frozenset({"indent", "sort_keys", "separators", "ensure_ascii"})
# Methods of ``Token``, which give a token the type that it has anyway, by the function that does so in Terraform.
TOKENS = {
    f"{library}.Token.{method}": function
    for library in LIBRARIES
    for method, function in (
        ("as_string", "tostring"),
        ("as_number", "tonumber"),
        ("as_list", "tolist"),
        ("as_string_map", "tomap"),
    )
}
_ENVIRONMENT = frozenset({"os.getenv", "os.environ.get"})


class Target(NamedTuple):
    """What a name or a call stands for: the first three fields of a reference, and the steps that it takes."""

    kind: Kind
    type: str
    name: str
    path: tuple[Step, ...] = ()


class Names:
    """What the names of a file mean in one module; the reader of modules fills it."""

    def __init__(self, file: File) -> None:
        """Begin with a file whose names mean nothing yet."""
        self.file = file
        self.bindings: dict[Binding, Target] = {}
        self.calls: dict[cst.BaseExpression, Target] = {}
        self.fields: dict[tuple[Binding, str], Target] = {}  # of parameters that are objects
        self.made: Callable[[cst.Call, Scope], Made | None] = lambda _call, _scope: None
        self.held: Callable[[cst.BaseExpression, Scope], Held | None] = lambda _node, _scope: None


class Expressions:
    """Reads expressions, of a file or of a text that is to stand in it."""

    def __init__(self, names: Names, scope: Scope | None = None) -> None:
        """Read with *names*; *scope* is given for text that does not stand in the file yet."""
        self.names = names
        self.file = names.file
        self._scope = scope

    # ---------------------------------------------------------------------------------------------------------------
    # Places

    def scope(self, node: cst.CSTNode) -> Scope:
        """Return the scope that *node* is evaluated in."""
        return self._scope or self.file.scope_of(node)

    def origin(self, node: cst.CSTNode) -> Origin | None:
        """Return where *node* stands, None when it does not stand anywhere yet."""
        return None if self._scope else self.file.source.origin(node)

    def text(self, node: cst.CSTNode) -> str:
        """Return the text of *node*."""
        return cst.Module(()).code_for_node(node) if self._scope else self.file.source.text(node)

    def _part(self, node: cst.CSTNode) -> Origin | None:
        """Return where a part of a string or of a call stands."""
        return None if self._scope else Origin(self.file.path, self.file.source.inner(node))

    # ---------------------------------------------------------------------------------------------------------------
    # Values

    def value(self, node: cst.BaseExpression) -> Value:
        """Read *node*."""
        origin = self.origin(node)
        match node:
            case cst.SimpleString() if "b" not in node.prefix:
                return Literal(_decoded(node), origin=origin)
            case cst.FormattedString() | cst.ConcatenatedString():
                return self._string(node, origin)
            case cst.Integer() | cst.Float():
                return Literal(node.evaluated_value, origin=origin)
            case cst.UnaryOperation(
                operator=cst.Minus(), expression=cst.Integer(lpar=()) | cst.Float(lpar=()) as number
            ):
                return Literal(-number.evaluated_value, origin=origin)
            case cst.Name(value="True" | "False" | "None" as word):
                return Literal({"True": True, "False": False, "None": None}[word], origin=origin)
            case cst.Name() | cst.Attribute() | cst.Subscript():
                return self.reference(node) or self._environment(node, origin) or self.opaque(node)
            case cst.List(elements=elements) | cst.Tuple(elements=elements):
                if any(isinstance(element, cst.StarredElement) for element in elements):
                    return self.opaque(node)
                return Sequence(tuple(self.value(element.value) for element in elements), origin=origin)
            case cst.Dict(elements=elements):
                return Mapping(tuple(map(self._element, elements)), origin=origin)
            case cst.Call():
                return self._call(node, origin) or self.opaque(node)
            case cst.IfExp():
                return self._conditional(node, origin)
            case cst.BooleanOperation(left=left, operator=cst.Or(), right=right):
                return Call("coalesce", (self.value(left), self.value(right)), origin=origin)
            case cst.BinaryOperation(operator=cst.Add()):
                return self._added(node, origin) or self.opaque(node)
            case cst.Comparison(left=left, comparisons=[cst.ComparisonTarget(operator=cst.Equal(), comparator=right)]):
                return Call("equal", (self.value(left), self.value(right)), origin=origin)
            case cst.Comparison(
                left=left,
                comparisons=[cst.ComparisonTarget(operator=cst.Is(), comparator=cst.Name(value="None") as right)],
            ):
                return Call("equal", (self.value(left), self.value(right)), origin=origin)
            case _:
                return self.opaque(node)

    def opaque(self, node: cst.CSTNode) -> Opaque:
        """Return *node* as text, with what it mentions."""
        mentions = () if self._scope else tuple(self._mentions(self.file.source.outer(node)))
        return Opaque(self.text(node), mentions, origin=self.origin(node))

    def _mentions(self, span: Span) -> list[Reference]:
        """Return the references inside *span*."""
        source = self.file.source
        found: list[Reference] = []
        for name in source.names(span):
            whole: cst.BaseExpression = name
            parent = source.parent(name)
            if (isinstance(parent, cst.Attribute) and parent.attr is name) or (
                isinstance(parent, cst.Arg) and parent.keyword is name
            ):
                continue
            while isinstance(parent, (cst.Attribute, cst.Subscript)) and parent.value is whole:
                if source.outer(parent).end > span.end:
                    break
                whole, parent = parent, source.parent(parent)
            while True:
                if (reference := self.reference(whole)) is not None:
                    found.append(reference)
                    break
                if not isinstance(whole, (cst.Attribute, cst.Subscript)):
                    break
                whole = whole.value
        return found

    # ---------------------------------------------------------------------------------------------------------------
    # Strings

    def _string(self, node: cst.FormattedString | cst.ConcatenatedString, origin: Origin | None) -> Value:
        """Read an f-string, or strings that stand side by side."""
        parts: list[Value] = []
        for piece in pieces(node):
            if "b" in piece.prefix.lower():
                return self.opaque(node)
            if isinstance(piece, cst.SimpleString):
                _append(parts, _decoded(piece), self._body(piece))
                continue
            for part in piece.parts:
                if isinstance(part, cst.FormattedStringText):
                    text = decode(part.value, verbatim="r" in piece.prefix.lower(), braces=True)
                    _append(parts, text, self._part(part))
                elif (
                    not isinstance(part, cst.FormattedStringExpression)
                    or part.conversion
                    or part.format_spec
                    or part.equal
                ):
                    return self.opaque(node)
                else:
                    self._hole(parts, self.value(part.expression))
        if all(isinstance(part, Literal) and isinstance(part.value, str) for part in parts):
            return Literal("".join(str(part.value) for part in parts if isinstance(part, Literal)), origin=origin)
        return Template(tuple(parts), origin=origin)

    def _added(self, node: cst.BinaryOperation, origin: Origin | None) -> Value | None:
        """Read strings put together with ``+``, or return None when none of them is seen to be one."""
        left, right = self.value(node.left), self.value(node.right)
        if not any(_is_string(side) for side in (left, right)):
            return None
        parts: list[Value] = []
        for side in (left, right):
            for part in side.parts if isinstance(side, Template) else (side,):
                self._hole(parts, part)
        if all(isinstance(part, Literal) for part in parts):
            return None  # a constant over several lines is laid out by hand
        return Template(tuple(parts), origin=origin)

    @staticmethod
    def _hole(parts: list[Value], value: Value) -> None:
        """Add a hole to *parts*; a constant string in one is text like the text around it."""
        if isinstance(value, Literal) and isinstance(value.value, str):
            _append(parts, value.value, None)
        else:
            parts.append(value)

    def _body(self, piece: cst.SimpleString) -> Origin | None:
        """Return where the text between the quotes of *piece* stands."""
        if self._scope:
            return None
        start, end = self.file.source.inner(piece)
        opening = len(piece.prefix) + len(piece.quote)
        return Origin(self.file.path, Span(start + opening, end - len(piece.quote)))

    # ---------------------------------------------------------------------------------------------------------------
    # Mappings and calls

    def _element(self, element: cst.BaseDictElement) -> Entry:
        """Read one element of a dictionary."""
        origin = self._part(element)
        if not isinstance(element, cst.DictElement):
            return Entry("**", self.value(element.value), origin)
        key = self.value(element.key)
        start = self.origin(element.key)
        end = self.origin(element.value)
        if start is not None and end is not None:
            origin = Origin(start.path, Span(start.span.start, end.span.end))
        name = key.value if isinstance(key, Literal) and isinstance(key.value, str) else key
        return Entry(name, self.value(element.value), origin)

    def keyword(self, argument: cst.Arg, name: str = "") -> Entry:
        """Read a keyword argument; *name* is that of a positional one."""
        value = self.value(argument.value)
        key = "**" if argument.star == "**" else argument.keyword.value if argument.keyword else name
        first = self.origin(argument.keyword) if argument.keyword else value.origin
        if first is None or value.origin is None:
            return Entry(key, value)
        return Entry(key, value, Origin(first.path, Span(first.span.start, value.origin.span.end)))

    def mapping(self, node: cst.Call, arguments: Items[cst.Arg], type: str = "") -> Mapping:  # noqa: A002
        """Read keyword arguments of *node*."""
        return Mapping(tuple(map(self.keyword, arguments)), type=type, origin=self.origin(node))

    def _call(self, node: cst.Call, origin: Origin | None) -> Value | None:
        """Read a call, or return None when it is nothing special."""
        scope = self.scope(node)
        if (target := self.names.calls.get(node)) is not None:
            return Reference(*target, origin=origin)
        arguments = node.args
        plain = not any(argument.star or argument.keyword for argument in arguments)
        function = self.file.dotted(node.func, scope)
        if function == "json.dumps" and arguments and not arguments[0].keyword and not arguments[0].star:
            if all(argument.keyword and argument.keyword.value in _JSON_STYLE for argument in arguments[1:]):
                return Call("jsonencode", (self.value(arguments[0].value),), origin=origin)
            return None
        if function in TOKENS and plain and len(arguments) == 1:
            return Call(TOKENS[function], self._values(arguments), origin=origin)
        if function in _ENVIRONMENT and plain:
            return Call("getenv", self._values(arguments), origin=origin)
        if function.startswith(("cdktf.Fn.", "cdktn.Fn.")) and plain:
            name = function.rpartition(".")[2]
            return Call(FUNCTIONS.get(name, name), self._values(arguments), origin=origin)
        keywords = bool(arguments) and all(argument.keyword or argument.star == "**" for argument in arguments)
        if isinstance(node.func, cst.Name) and node.func.value == "dict" and keywords and self._builtin("dict", scope):
            return self.mapping(node, arguments)
        if keywords or not arguments:
            made = self.names.made(node, scope)
            if made is not None and made.struct:
                return self.mapping(node, arguments, self.text(node.func))
        return self.reference(node)

    def _environment(self, node: cst.BaseExpression, origin: Origin | None) -> Value | None:
        """Read ``os.environ["NAME"]``."""
        match node:
            case cst.Subscript(
                value=value, slice=[cst.SubscriptElement(slice=cst.Index(value=cst.SimpleString() as name, star=None))]
            ) if self.file.dotted(value, self.scope(node)) == "os.environ":
                return Call("getenv", (self.value(name),), origin=origin)
            case _:
                return None

    def _builtin(self, name: str, scope: Scope) -> bool:
        """Say whether *name* still is what Python means by it."""
        return name not in self.file.imports and not self.file.lookup(name, scope)[0]

    def _values(self, arguments: Items[cst.Arg]) -> tuple[Value, ...]:
        return tuple(self.value(argument.value) for argument in arguments)

    def _conditional(self, node: cst.IfExp, origin: Origin | None) -> Value:
        """Read ``then if test else otherwise``; a name as the test asks whether it is empty."""
        then, otherwise = self.value(node.body), self.value(node.orelse)
        match node.test:
            case cst.Name() | cst.Attribute():
                tested = self.reference(node.test)
                if tested is not None:
                    empty = Call("equal", (tested, Literal("")))
                    return Conditional(empty, otherwise, then, origin=origin)
            case cst.UnaryOperation(operator=cst.Not(), expression=cst.Name() | cst.Attribute() as name):
                tested = self.reference(name)
                if tested is not None:
                    empty = Call("equal", (tested, Literal("")))
                    return Conditional(empty, then, otherwise, origin=origin)
            case _:
                pass
        return Conditional(self.value(node.test), then, otherwise, origin=origin)

    # ---------------------------------------------------------------------------------------------------------------
    # References

    def reference(self, node: cst.BaseExpression) -> Reference | None:
        """Read *node* as a reference, or return None."""
        scope = self.scope(node)
        steps: list[Step] = []
        current: cst.BaseExpression | None = node
        target = None
        while current is not None and (target := self._target(current, scope)) is None:
            match current:
                case cst.Attribute(value=value, attr=cst.Name(value=name)):
                    steps.insert(0, name)
                    current = value
                case cst.Subscript(value=value, slice=[cst.SubscriptElement(slice=cst.Index(value=index, star=None))]):
                    steps.insert(0, Index(self.value(index)))
                    current = value
                case cst.Call(
                    func=cst.Attribute(value=cst.Attribute() as value, attr=cst.Name(value="get")),
                    args=[cst.Arg(value=cst.Integer() as index, keyword=None, star="")],
                ) if steps and isinstance(steps[0], str):
                    steps.insert(0, Index(self.value(index), got=True))
                    current = value
                case _:
                    current = None
        base = Reference(*target, origin=self.origin(node)) if target is not None else None
        if base is not None:
            base = replace(base, path=(*base.path, *steps))
        if target is None or target.kind in {Kind.MODULE, Kind.LOCAL, Kind.INPUT}:
            # A local that stands for an attribute of a construct is followed like any other local.
            alias = self.names.held(current, scope) if target is not None and current is not None else None
            if alias is None or not alias.path:
                return self._held(self.names.held(node, scope), base, node) or base
        return base

    def _held(self, held: Held | None, base: Reference | None, node: cst.BaseExpression) -> Reference | None:
        """Return the reference to the construct that *node* holds, or to an attribute of it."""
        if held is None or held.many or held.kind not in {Kind.RESOURCE, Kind.DATA}:
            return None
        path = tuple(step if isinstance(step, str) else Index(self.value(step)) for step in held.path)
        if held.call is not None and (known := self.names.calls.get(held.call)) is not None:
            return Reference(*known[:3], (*known.path, *path), origin=self.origin(node))
        reached = [base] if base is not None else []
        holders = (held.through,) if held.through is not None and base is None else ()
        makers = [self.names.calls.get(call) for call in (*holders, *held.among)]
        reached += [Reference(*maker) for maker in makers if maker is not None]
        return Reference(held.kind, held.type, held.root, path, through=tuple(reached), origin=self.origin(node))

    def _target(self, node: cst.BaseExpression, scope: Scope) -> Target | None:
        """Return what the name, the ``self.x`` or the call *node* stands for."""
        if (known := self.names.calls.get(node)) is not None:
            return known
        if not isinstance(node, (cst.Name, cst.Attribute)):
            return None
        if isinstance(node, cst.Attribute) and (field := self._field(node, scope)) is not None:
            return field
        binding = self.file.binding(node, scope)
        return self.names.bindings.get(binding) if binding is not None else None

    def _field(self, node: cst.Attribute, scope: Scope) -> Target | None:
        """Return what a field of a parameter stands for: ``props.region``, or ``self.props.region``."""
        binding = self.file.binding(node.value, scope) if self.names.fields else None
        if binding is not None and isinstance(binding.value, cst.Name):
            binding = self.file.binding(binding.value, binding.function)
        return self.names.fields.get((binding, node.attr.value)) if binding is not None else None


def pieces(
    node: cst.BaseExpression,
) -> list[cst.SimpleString | cst.FormattedString]:
    """Return the strings that *node* is put together from, empty when it is no string."""
    match node:
        case cst.SimpleString() | cst.FormattedString():
            return [node]
        case cst.ConcatenatedString(left=left, right=right):
            return [*pieces(left), *pieces(right)]
        case _:
            return []


def _decoded(node: cst.SimpleString) -> str:
    """Return what a string without holes means."""
    return decode(node.raw_value, verbatim="r" in node.prefix.lower(), braces=False)


def _is_string(value: Value) -> bool:
    return isinstance(value, Template) or (isinstance(value, Literal) and isinstance(value.value, str))


def _append(parts: list[Value], text: str, origin: Origin | None) -> None:
    """Add *text* to *parts*, as one literal with a literal before it."""
    last = parts[-1] if parts else None
    if isinstance(last, Literal) and isinstance(last.value, str) and last.like is None:
        parts[-1] = Literal(last.value + text)
    elif text:
        parts.append(Literal(text, origin=origin))
