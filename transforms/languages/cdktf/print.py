"""Values printed as Python, in the style of what stood there.

What is unchanged is copied. A changed value is woven: the old text, with only those parts exchanged that differ, so
that layout, quotes, escapes and comments inside it stay. Only what is new altogether is laid out anew.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from keyword import iskeyword
from typing import TypeAlias

import libcst as cst

from iacfix.transforms.edits import Unsayable
from iacfix.transforms.languages.cdktf.read import CdktfComponent, Unit
from iacfix.transforms.languages.cdktf.scopes import Binding, File, Scope
from iacfix.transforms.languages.cdktf.signatures import taking
from iacfix.transforms.languages.cdktf.source import expression
from iacfix.transforms.languages.cdktf.strings import atoms, encode
from iacfix.transforms.languages.cdktf.values import FUNCTIONS, TOKENS, Expressions, pieces
from iacfix.transforms.model import (
    Call,
    Component,
    Conditional,
    Dynamic,
    Entry,
    Index,
    Kind,
    Literal,
    Mapping,
    Module,
    Opaque,
    Origin,
    Reference,
    Resource,
    Sequence,
    Span,
    Template,
    Value,
    children,
)

WIDTH = 100  # of a line that is laid out anew
_STEP = "    "
_ANCHOR = re.compile(r"[^\W\d]\w*(?:#\w+)?:")  # the function's name in front of a name in it
_METHODS = {terraform: python for python, terraform in FUNCTIONS.items()}
_LAZY = (cst.IfExp, cst.Comparison, cst.BooleanOperation, cst.BinaryOperation, cst.UnaryOperation, cst.Lambda)

_Piece: TypeAlias = cst.SimpleString | cst.FormattedString


@dataclass(frozen=True, slots=True)
class _Unit:
    """A character or a hole of a string, and where it is written: in which piece, from where to where."""

    meaning: str | Value
    piece: int
    start: int
    end: int


def print_value(value: Value, component: Component, at: Origin) -> str:
    """Return the source of *value*, to stand at *at*."""
    if not isinstance(component, CdktfComponent):
        raise Unsayable("this program was not read as CDKTF")
    return Printer(component, at).print(value)


NOTHING = Literal(None)


class Printer:
    """Prints values that are to stand at one place."""

    def __init__(self, component: CdktfComponent, at: Origin) -> None:
        """Look around at *at*."""
        file = component.file(at.path)
        if file is None:
            raise Unsayable(f"{at.path} could not be read")
        self.component = component
        self.at = at
        self.file: File = file
        self.scope: Scope = file.scope_at(at.span)
        self.unit: Unit | None = component.unit(file, self.scope)
        self.module: Module | None = component.module_of(self.unit) if self.unit is not None else None
        self.newline = file.source.document.newline
        self._indent = file.source.document.indent(at.span.start)
        self.needs: set[tuple[str, str]] = set()
        """What is named in what was printed and not imported yet: a module, and a name of it."""
        self._banned: list[str] = list(self._quotes_around())

    def _quotes_around(self) -> Iterator[str]:
        """Yield the quotes of the f-strings whose holes the place lies in."""
        source = self.file.source
        for hole in source.all(cst.FormattedStringExpression):
            start, end = source.outer(hole)
            around = source.parent(hole)
            if start < self.at.span.start and self.at.span.end < end and isinstance(around, cst.FormattedString):
                yield around.quote

    # ---------------------------------------------------------------------------------------------------------------
    # Values

    def print(self, value: Value) -> str:
        """Return the source of *value*."""
        if value.origin is not None:
            copied = self._copied(value.origin)
            if copied is not None:
                return copied
            value = value.detached()
        woven = self._woven(value) if value.like is not None else None
        return woven if woven is not None else self._fresh(value)

    def _copied(self, origin: Origin) -> str | None:
        """Return the text at *origin*, None where it cannot stand inside the f-string around the place."""
        if origin.path not in self.component.documents:
            raise Unsayable(f"what is to be copied stands in {origin.path}, in another program")
        text = self.component.source(origin)
        if self._banned and not self._fits(text) and origin.span != self.at.span:
            return None
        return text

    def _fits(self, text: str) -> bool:
        """Say whether *text* may stand in the hole of an f-string, for Python 3.11 and older too."""
        if not self._banned:
            return True
        return not any(quote in text for quote in self._banned) and not re.search(r"[\\\n#]", text)

    def _woven(self, value: Value) -> str | None:
        """Return the old text of *value* with what differs exchanged, None where the old one has another shape."""
        like = value.like
        if like is None or (file := self.component.file(like.path)) is None:
            return None
        node = file.source.at(like.span)
        if node is None:
            return None
        if isinstance(value, (Literal, Template)) and pieces(node):
            woven = _Strings(self, file).woven(node, value)
            return woven if woven is not None and self._fits(woven) else None
        unit = self.component.unit(file, file.scope_of(node))
        if unit is None:
            return None
        old = Expressions(unit.names).value(node)
        if isinstance(value, Reference) and isinstance(old, Reference):
            return self._woven_reference(value, old, node, file)
        return self._woven_parts(value, old)

    def _woven_reference(self, value: Reference, old: Reference, node: cst.BaseExpression, file: File) -> str | None:
        """Return the old text with another attribute at its end."""
        if value == old:
            return self._copied(file.source.origin(node))
        if not (value.attribute and old.attribute and value.attribute_is(old.attribute) == old):
            return None
        if not isinstance(node, cst.Attribute) or not value.attribute.isidentifier():
            return None
        if node.attr.value != old.attribute:
            return None
        start, end = file.source.outer(node)
        last = file.source.inner(node.attr)
        text = file.source.document.text
        changed = text[start : last.start] + value.attribute + text[last.end : end]
        return changed if self._fits(changed) else None

    def _woven_parts(self, value: Value, old: Value) -> str | None:
        """Return the old text with other children, where there are as many under the same names."""
        if not _same_shape(value, old) or old.origin is None:
            return None
        text = self.component.source(old.origin)
        offset = old.origin.span.start
        for (_, new_child), (_, old_child) in reversed(list(zip(children(value), children(old), strict=True))):
            if new_child == old_child:
                continue
            if old_child.origin is None:
                return None
            start, end = (bound - offset for bound in old_child.origin.span)
            printed = self._child(new_child, old_child.origin)
            text = text[:start] + printed + text[end:]
        return text if self._fits(text) else None

    def _child(self, value: Value, at: Origin) -> str:
        """Return the text of a child that is to stand at *at*, as its surroundings want it."""
        inner = Printer(self.component, at) if not self._banned else self
        text = inner.guarded(value, at)
        self.needs |= inner.needs
        return text

    def guarded(self, value: Value, at: Origin) -> str:
        """Return the source of *value*, in parentheses where what stands around *at* would take it apart."""
        text = self.print(value)
        file = self.component.file(at.path)
        node = file.source.at(at.span) if file is not None else None
        around = file.source.parent(node) if file is not None and node is not None else None
        operand = (*_LAZY, cst.ComparisonTarget, cst.Attribute, cst.Subscript)
        if isinstance(around, operand) and isinstance(made := expression(text), _LAZY) and not made.lpar:
            return f"({text})"
        return text

    def _fresh(self, value: Value) -> str:
        """Lay *value* out anew."""
        match value:
            case Literal(value=str() as text):
                return self.string([text])
            case Literal(value=constant):
                return repr(constant)
            case Template(parts=parts):
                return self.string(
                    [p.value if isinstance(p, Literal) and isinstance(p.value, str) else p for p in parts]
                )
            case Reference():
                return self._reference(value)
            case Sequence(items=items):
                return self._brackets("[", [self._item(item) for item in items], "]", value)
            case Mapping():
                return self._mapping(value)
            case Call():
                return self._call(value)
            case Conditional():
                return self._conditional(value)
            case Opaque(text=text):
                return text
            case Dynamic():
                raise Unsayable("Python has no dynamic blocks: a list with a comprehension is a person's choice")
            case _:
                raise Unsayable(f"{type(value).__name__} has no form in Python")

    def deeper(self, value: Value, indent: str) -> str:
        """Return the source of *value*, to stand on a line that is indented by *indent*."""
        outer, self._indent = self._indent, indent
        try:
            return self.print(value)
        finally:
            self._indent = outer

    def _item(self, value: Value) -> str:
        with self._deeper():
            return self.print(value)

    @contextmanager
    def _deeper(self) -> Generator[None]:
        """Print what stands a level deeper."""
        outer, self._indent = self._indent, self._indent + _STEP
        try:
            yield
        finally:
            self._indent = outer

    # ---------------------------------------------------------------------------------------------------------------
    # Strings

    def string(self, parts: list[str | Value]) -> str:
        """Return a string with holes, in the file's favourite quotes or, in a hole, in others."""
        favourite = self._favourite()
        reason = ""
        for quote in (favourite, "'" if favourite == '"' else '"'):
            if any(quote in banned or banned in quote for banned in self._banned):
                continue
            try:
                text = self._quoted(parts, quote)
            except Unsayable as refusal:
                reason = str(refusal)
                continue
            if self._fits(text):
                return text
        raise Unsayable(reason or "this string cannot stand inside an f-string: both kinds of quotes are taken")

    def _quoted(self, parts: list[str | Value], quote: str) -> str:
        holes = any(isinstance(part, Value) for part in parts)
        body = "".join(
            self.hole(part, quote) if isinstance(part, Value) else encode(part, quote, braces=holes) for part in parts
        )
        return f"{'f' if holes else ''}{quote}{body}{quote}"

    def hole(self, value: Value, quote: str) -> str:
        """Return *value* as a hole of an f-string between *quote*."""
        self._banned.append(quote)
        try:
            text = self.print(value)
        finally:
            self._banned.pop()
        if quote in text or re.search(r"[\\\n#]", text):
            raise Unsayable(f"`{text}` cannot stand inside an f-string of Python 3.11 and older")
        if isinstance(expression(text), (cst.Lambda, cst.NamedExpr)):
            text = f"({text})"
        return f"{{ {text}}}" if text.startswith("{") else f"{{{text}}}"

    def _favourite(self) -> str:
        """Return the quotes that the file uses most."""
        text = self.file.source.document.text
        return "'" if text.count("'") > text.count('"') else '"'

    # ---------------------------------------------------------------------------------------------------------------
    # Mappings, sequences, calls

    def _mapping(self, value: Mapping) -> str:
        """Return a struct where a class is named, else a dictionary."""
        if not value.type:
            return self._brackets("{", [self._element(entry) for entry in value.entries], "}", value)
        return self._brackets(f"{value.type}(", [self._keyword(entry) for entry in value.entries], ")", value)

    def _element(self, entry: Entry) -> str:
        with self._deeper():
            if entry.key == "**":
                return f"**{self.print(entry.value)}"
            key = self.string([entry.key]) if isinstance(entry.key, str) else self.print(entry.key)
            return f"{key}: {self.print(entry.value)}"

    def _keyword(self, entry: Entry) -> str:
        with self._deeper():
            return keyword(entry.name or str(entry.key), self.print(entry.value))

    def _brackets(self, opening: str, items: list[str], closing: str, value: Value) -> str:
        """Return *items* between brackets: on one line where they fit, else one a line."""
        flat = f"{opening}{', '.join(items)}{closing}"
        broken = self._was_broken(value) or len(self._indent) + len(flat) > WIDTH or self.newline in flat
        if self._banned or not items or not broken:
            return flat
        lines = "".join(f"{self._indent}{_STEP}{item},{self.newline}" for item in items)
        return f"{opening}{self.newline}{lines}{self._indent}{closing}"

    def _was_broken(self, value: Value) -> bool:
        """Say whether what *value* is printed like had one item a line."""
        if value.like is None or value.like.path not in self.component.documents:
            return False
        return re.match(r"\w*\s*[\[({][ \t]*\r?\n", self.component.source(value.like)) is not None

    def _call(self, value: Call) -> str:
        """Return a call of a function of Terraform, or of the one in Python that says the same."""
        if value.expand:
            raise Unsayable(f"{value.name}(list...) has no form in Python")
        if value.name == "equal" and isinstance(value.arguments[0], Reference) and value.arguments[1:] == (NOTHING,):
            return f"{self._operand(value.arguments[0])} is None"
        if value.name == "equal" and len(value.arguments) == 2:
            return " == ".join(self._operand(argument) for argument in value.arguments)
        if value.name in {"is_in", "not_in"} and isinstance(value.arguments[1], Sequence):
            items = ", ".join(self.print(item) for item in value.arguments[1].items)
            return f"{self._operand(value.arguments[0])} {'not in' if value.name == 'not_in' else 'in'} ({items})"
        if not value.name.isidentifier():
            raise Unsayable(f"{value.name} is no function that CDKTF has")
        printed = [self.print(argument) for argument in value.arguments]
        if value.name == "jsonencode" and len(printed) == 1 and not self._prefers_fn():
            return f"{self._function('json', 'dumps')}({printed[0]})"
        if value.name == "coalesce" and len(printed) > 1:
            return " or ".join(self._operand(argument) for argument in value.arguments)
        for token, name in TOKENS.items():
            if name == value.name and (method := self.imported(token, "")):
                return f"{method}({', '.join(printed)})"
        if value.name == "getenv":
            return f"{self._function('os', 'getenv')}({', '.join(printed)})"
        function = self.imported("cdktf.Fn", "") or self.imported("cdktn.Fn", "")
        if not function:
            fork = any(imported.startswith("cdktn") for imported in self.file.imports.values())
            function = "Fn"
            self.needs.add(("cdktn" if fork else "cdktf", function))
        name = _METHODS.get(value.name, value.name)
        return f"{function}.{name}{'_' if iskeyword(name) else ''}({', '.join(printed)})"

    def _function(self, module: str, name: str) -> str:
        """Return how the file names a function of a *module* of Python, which is imported if it is not yet."""
        known = self.imported(f"{module}.{name}", "")
        if not known:
            self.needs.add((module, ""))
        return known or f"{module}.{name}"

    def _prefers_fn(self) -> bool:
        """Say whether the file encodes JSON with Terraform's function and never with Python's."""
        text = self.file.source.document.text
        return "Fn.jsonencode(" in text and "json.dumps(" not in text.replace("Fn.jsonencode(", "")

    def imported(self, dotted: str, otherwise: str) -> str:
        """Return how the file names *dotted*, which it imports whole or by a part in front; else *otherwise*."""
        for local, imported in self.file.imports.items():
            if dotted == imported:
                return local
            if dotted.startswith(f"{imported}."):
                return local + dotted[len(imported) :]
        return otherwise

    def _operand(self, value: Value) -> str:
        """Return *value* so that an operator may stand beside it."""
        text = self.print(value)
        made = expression(text)
        return f"({text})" if isinstance(made, _LAZY) and not made.lpar else text

    def _conditional(self, value: Conditional) -> str:
        """Return ``then if test else otherwise``; whether a name is empty is asked by the name alone."""
        match value.test:
            case Call(name="equal", arguments=(Reference() as name, Literal(value=""))):
                return f"{self._operand(value.otherwise)} if {self.print(name)} else {self._operand(value.then)}"
            case Reference():
                raise Unsayable("a reference alone is no test that Python would read the same way")
            case _:
                test = self.print(value.test)
                test = f"({test})" if isinstance(expression(test), (cst.IfExp, cst.Lambda)) else test
                return f"{self._operand(value.then)} if {test} else {self._operand(value.otherwise)}"

    # ---------------------------------------------------------------------------------------------------------------
    # References

    def _reference(self, value: Reference) -> str:
        """Return the expression that stands for what *value* refers to, here."""
        text = self._base(value)
        for position, step in enumerate(value.path):
            if isinstance(step, Index):
                if step.value is None:
                    raise Unsayable("Python has no splat: which items are meant is a person's choice")
                # What is in an attribute and has attributes itself is an object that the library stands for.
                inside = [isinstance(other, str) for other in value.path[max(position - 1, 0) : position + 2 : 2]]
                index = self.print(step.value)
                text += f".get({index})" if step.got or inside == [True, True] else f"[{index}]"
            elif step.isidentifier() and not iskeyword(step):
                text += f".{step}"
            else:
                raise Unsayable(f"{step} is no attribute that Python can name")
        return text

    def _base(self, value: Reference) -> str:
        """Return the expression for the declared thing itself."""
        declared = self.module.target(value) if self.module is not None else None
        if value.kind is Kind.INPUT and not self._constructed(declared):
            return self._input(value, declared)
        if declared is not None:
            return self._bound(declared)
        if value.kind is Kind.LOCAL:
            return self._coming(value.name)
        if value.kind in {Kind.RESOURCE, Kind.DATA} and (read := self._helper(value)) is not None:
            return read
        raise Unsayable(f"{value.type or value.kind} {value.name} is not declared where this is written")

    def _constructed(self, declared: Resource | None) -> bool:
        """Say whether an input is a construct of its own, ``TerraformVariable``."""
        node = self.unit.nodes.get(declared) if self.unit is not None and declared is not None else None
        return self.unit is not None and any(call is node for call, _ in self.unit.calls)

    def _helper(self, value: Reference) -> str | None:
        """Return the text of a call or a parameter that is known by its annotation only, if it reads so here."""
        text = value.name[found.end() :] if (found := _ANCHOR.match(value.name)) else value.name
        node = expression(text)
        if node is None or self.unit is None:
            return None
        read = Expressions(self.unit.names, self.scope).reference(node)
        return text if read is not None and read.target == value.target and not read.path else None

    def _bound(self, resource: Resource) -> str:
        """Return the name that *resource* is bound to, if it can be seen from here."""
        binding = self.unit.bound.get(resource) if self.unit is not None else None
        if binding is None:
            raise Unsayable(f"{resource.address} is not bound to a name that could be used here")
        node = expression(binding.target)
        if node is None or self.file.binding(node, self.scope) is not binding:
            raise Unsayable(f"`{binding.target}` of {resource.address} cannot be seen from here")
        if not self._precedes(binding):
            raise Unsayable(f"`{binding.target}` of {resource.address} has no value yet where this is written")
        return binding.target

    def _input(self, value: Reference, declared: Resource | None) -> str:
        """Return an input: the parameter in the constructor, elsewhere the attribute that holds it."""
        constructor = self.unit.constructor if self.unit is not None else None
        if self.unit is None or self.module is None or constructor is None:
            raise Unsayable(f"{value.name} cannot be a parameter here: this code stands in no class with a constructor")
        inside = self.scope is constructor
        if (field := self._field_of(value.name, declared)) is not None:
            return field
        bound = self.unit.bound.get(declared) if declared is not None else None
        if inside and declared is None:
            if self._means_more(value.name, constructor):
                raise Unsayable(f"`{value.name}` already means something else here")
            taken = taking(self.file, constructor)
            if taken is not None and self.at.span.start < taken.end:
                raise Unsayable(f"`{value.name}` would be taken out of `**{taken.rest}` only after this")
            return value.name
        if inside and bound is not None and self._precedes(bound):
            return bound.target
        holders = [r for r in self.module.of(Kind.LOCAL) if r.value == Reference(Kind.INPUT, "", value.name)]
        for local in holders:
            try:
                return self._bound(local)
            except Unsayable:
                continue
        if (
            all(self._inside(local) for local in holders)
            and inside
            and bound is None
            and declared is not None
            and declared.origin is not None
        ):
            return self.component.source(declared.origin)
        raise Unsayable(f"the parameter `{value.name}` cannot be seen from here, and no attribute holds it")

    def _means_more(self, name: str, constructor: Scope) -> bool:
        """Say whether a parameter called *name* would hide something that the code of the class uses."""
        bound, binding = self.file.lookup(name, self.scope)
        if not bound or name in constructor.names or binding is None or binding.function is not self.file.top:
            return bound
        top = constructor.top_class
        span = self.file.source.outer(top.node) if top is not None else Span(0, 0)
        return any(each.value == name for each in self.file.source.names(span))

    def _field_of(self, name: str, declared: Resource | None) -> str | None:
        """Return an input that is a field of a parameter, or is going to be one."""
        unit, module = self.unit, self.module
        if unit is None or module is None or unit.constructor is None:
            return None
        wanted = unit.configuration
        parameter = unit.fields.get(name)
        if parameter is None and (declared is not None or wanted is None or not self.component.may_grow(wanted)):
            return None
        if parameter is None:
            parameter = unit.constructor.names.get(wanted.name) if wanted is not None else None
        if parameter is None:
            return None
        if self.scope is unit.constructor:
            return f"{parameter.target}.{name}"
        for local in module.of(Kind.LOCAL):
            if local.value in {Reference(Kind.INPUT, "", parameter.target), Reference(Kind.INPUT, "", name)}:
                whole = local.value == Reference(Kind.INPUT, "", parameter.target)
                try:
                    return self._bound(local) + (f".{name}" if whole else "")
                except Unsayable:
                    continue
        raise Unsayable(f"`{parameter.target}.{name}` cannot be seen from here, and no attribute holds it")

    def _inside(self, local: Resource) -> bool:
        """Say whether the place lies in the statement that binds *local*."""
        span = local.origin.span if local.origin is not None else Span(0, 0)
        return span.start <= self.at.span.start and self.at.span.end <= span.end

    def _coming(self, name: str) -> str:
        """Return a local that is not declared yet, where its name is free."""
        if name.startswith("self."):
            owner, method = self.scope.owner, self.scope.method
            inside = owner is not None and method is not None and method.self_name == "self"
            if owner is None or not inside or not name[5:].isidentifier() or name[5:] in owner.attributes:
                raise Unsayable(f"`{name}` cannot be used here")
            return name
        if not name.isidentifier() or self.file.lookup(name, self.scope)[0] or name in self.file.imports:
            raise Unsayable(f"`{name}` cannot be used here")
        constructor = self.unit.constructor if self.unit is not None else None
        seen = (
            self.scope.method is constructor
            if constructor
            else any(self.module.of(Kind.RESOURCE) if self.module else ())
        )
        if not seen:
            raise Unsayable(f"`{name}` would be made inside of a class, and cannot be seen from here")
        return name

    # ---------------------------------------------------------------------------------------------------------------
    # What has a value when

    def _precedes(self, binding: Binding) -> bool:
        """Say whether *binding* has its value when the code at the place runs."""
        source = self.file.source
        if binding.parameter:
            return True
        end = source.inner(binding.node).end
        if binding.function is self.scope:
            return end <= self.at.span.start and (binding.target.startswith("self.") or self._block_open(binding))
        if binding.target.count("."):
            return self._called_after(binding, end)
        return True

    def _block_open(self, binding: Binding) -> bool:
        """Say whether the place lies in the block that the binding stands in."""
        block = next(
            (a for a in self.file.source.ancestors(binding.node) if isinstance(a, (cst.IndentedBlock, cst.Module))),
            None,
        )
        span = self.file.source.outer(block) if block is not None else Span(0, 0)
        return isinstance(block, cst.Module) or span.start <= self.at.span.start <= span.end

    def _called_after(self, binding: Binding, end: int) -> bool:
        """Say whether this method runs after the one that sets the attribute, as far as the constructor tells."""
        constructor = self.unit.constructor if self.unit is not None else None
        if constructor is None:
            return False
        set_at = end if binding.function is constructor else self._call_of(binding.function, constructor)
        used_at = self.at.span.start if self.scope is constructor else self._call_of(self.scope, constructor)
        if binding.function is constructor and used_at is None:
            return True
        return set_at is not None and used_at is not None and set_at <= used_at

    def _call_of(self, method: Scope, constructor: Scope) -> int | None:
        """Return where the constructor calls *method*, if it does so once."""
        owner = method.method
        found = [
            self.file.source.inner(call).start
            for call in self.file.source.all(cst.Call)
            if owner is not None
            and isinstance(call.func, cst.Attribute)
            and call.func.attr.value == owner.name
            and isinstance(call.func.value, cst.Name)
            and call.func.value.value == constructor.self_name
            and self.file.scope_of(call) is constructor
        ]
        return found[0] if len(found) == 1 else None


class _Strings:
    """Exchanges what differs inside a string that may be put together from several pieces."""

    def __init__(self, printer: Printer, file: File) -> None:
        self.printer = printer
        self.source = file.source
        self.file = file

    def woven(self, node: cst.BaseExpression, value: Literal | Template) -> str | None:
        """Return the text of *node* with as little changed as makes it mean *value*."""
        new = _meanings(value)
        old = self._units(node)
        if new is None or old is None:
            return None
        head = _common(new, [unit.meaning for unit in old])
        limit = min(len(new), len(old)) - head
        tail = min(_common(new[::-1], [unit.meaning for unit in reversed(old)]), limit)
        whole = self.source.outer(node)
        if head == len(old) == len(new):
            return self.source.text(node)
        strings = pieces(node)
        number = self._piece(old, head, len(old) - tail)
        if number is None:
            return None
        start, end = self._range(strings[number], number, old, head, len(old) - tail)
        kept = [unit.meaning for unit in old if unit.piece == number and (unit.end <= start or unit.start >= end)]
        changed = self._changed(strings[number], (start, end), new[head : len(new) - tail], kept)
        if changed is None:
            return None
        text = self.source.document.text
        place = self.source.inner(strings[number])
        return text[whole.start : place.start] + changed + text[place.end : whole.end]

    def _units(self, node: cst.BaseExpression) -> list[_Unit] | None:
        """Return what *node* is made of, None where that cannot be told part by part."""
        unit = self.printer.component.unit(self.file, self.file.scope_of(node))
        if unit is None:
            return None
        read = Expressions(unit.names)
        found: list[_Unit] = []
        for number, piece in enumerate(pieces(node)):
            verbatim = "r" in piece.prefix.lower()
            if isinstance(piece, cst.SimpleString):
                start = self._body(piece).start
                found.extend(
                    _Unit(c, number, start + a, start + b)
                    for c, a, b in atoms(piece.raw_value, verbatim=verbatim, braces=False)
                )
                continue
            for part in piece.parts:
                start, end = self.source.inner(part)
                if isinstance(part, cst.FormattedStringText):
                    found.extend(
                        _Unit(c, number, start + a, start + b)
                        for c, a, b in atoms(part.value, verbatim=verbatim, braces=True)
                    )
                    continue
                if not isinstance(part, cst.FormattedStringExpression):
                    return None
                value = read.value(part.expression)
                if isinstance(value, Literal) and isinstance(value.value, str):
                    return None
                found.append(_Unit(value, number, start, end))
        return [unit for unit in found if unit.meaning != ""]

    def _body(self, piece: _Piece) -> Span:
        """Return the span between the quotes."""
        start, end = self.source.inner(piece)
        return Span(start + len(piece.prefix) + len(piece.quote), end - len(piece.quote))

    @staticmethod
    def _piece(old: list[_Unit], first: int, last: int) -> int | None:
        """Return the piece that the units from *first* to *last* stand in, None where they are in several."""
        if first < last:
            return old[first].piece if old[first].piece == old[last - 1].piece else None
        if not old:
            return 0
        return old[first - 1].piece if first else old[0].piece

    def _range(self, piece: _Piece, number: int, old: list[_Unit], first: int, last: int) -> tuple[int, int]:
        """Return the span in the source that is to be exchanged."""
        body = self._body(piece)
        if first < last:
            return old[first].start, old[last - 1].end
        place = old[first - 1].end if first and old[first - 1].piece == number else body.start
        return place, place

    def _changed(
        self, piece: _Piece, place: tuple[int, int], new: list[str | Value], kept: list[str | Value]
    ) -> str | None:
        """Return *piece* with *new* in the place."""
        body = self._body(piece)
        text = self.source.document.text
        before, after = text[body.start : place[0]], text[place[1] : body.end]
        prefix, quote = piece.prefix, piece.quote
        was = "f" in prefix.lower()
        holes = any(isinstance(meaning, Value) for meaning in (*new, *kept))
        if holes and not was:
            if "\\N{" in before + after:
                return None
            before, after = (side.replace("{", "{{").replace("}", "}}") for side in (before, after))
            prefix = "f" + re.sub("[uU]", "", prefix)
        elif was and not holes:
            before, after = (side.replace("{{", "{").replace("}}", "}") for side in (before, after))
            prefix = re.sub("[fF]", "", prefix)
        inserted = self._inserted(new, quote, holes=holes, verbatim="r" in prefix.lower())
        if inserted is None or (before.endswith("\\") and not before.endswith("\\\\") and inserted):
            return None
        return f"{prefix}{quote}{before}{inserted}{after}{quote}"

    def _inserted(self, new: list[str | Value], quote: str, *, holes: bool, verbatim: bool) -> str | None:
        """Return what is new between *quote*."""
        found: list[str] = []
        for position, meaning in enumerate(new):
            if isinstance(meaning, Value):
                try:
                    found.append(self.printer.hole(meaning, quote))
                except Unsayable:
                    if quote in {'"', "'"}:
                        return None
                    raise
                continue
            lone = 0 < position < len(new) - 1 and meaning not in {new[position - 1], new[position + 1]}
            bare = len(quote) == 3 and meaning == quote[0] and lone
            written = meaning if bare else encode(meaning, quote, braces=holes)
            if verbatim and written not in {meaning, meaning * 2}:
                return None
            found.append(written.replace("\n", self.printer.newline))
        return "".join(found)


def _meanings(value: Literal | Template) -> list[str | Value] | None:
    """Return the characters and holes of *value*, None when it is no string."""
    if isinstance(value, Literal):
        return list(value.value) if isinstance(value.value, str) else None
    found: list[str | Value] = []
    for part in value.parts:
        if isinstance(part, Literal) and isinstance(part.value, str):
            found.extend(part.value)
        else:
            found.append(part)
    return found


def _common(first: list[str | Value], second: list[str | Value]) -> int:
    """Return how many items *first* and *second* begin with in common."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


def _same_shape(value: Value, old: Value) -> bool:
    """Say whether two values differ in their children only."""
    match value, old:
        case (Sequence(items=first), Sequence(items=second)):
            return len(first) == len(second)
        case (Mapping(), Mapping()):
            return value.type == old.type and [e.key for e in value.entries] == [e.key for e in old.entries]
        case (Call(), Call()):
            return value.name == old.name and len(value.arguments) == len(old.arguments)
        case (Conditional(), Conditional()):
            return value.test == old.test
        case _:
            return False


def keyword(name: str, text: str) -> str:
    """Return a keyword argument."""
    if name == "**":
        return f"**{text}"
    if not name.isidentifier() or iskeyword(name):
        raise Unsayable(f"`{name}` cannot be a keyword argument")
    return f"{name}={text}"
