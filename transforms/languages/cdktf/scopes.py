"""Which name is bound where, in one file: functions, classes with their ``self.x``, and the file itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import libcst as cst

from iacfix.transforms.languages.cdktf.application import BINDINGS
from iacfix.transforms.languages.cdktf.source import Source
from iacfix.transforms.languages.cdktf.stars import brought
from iacfix.transforms.model import Span

_ADDING = frozenset({"append", "add"})
_CHANGING = _ADDING | {
    "clear",
    "extend",
    "insert",
    "pop",
    "popitem",
    "remove",
    "reverse",
    "setdefault",
    "sort",
    "update",
}
_COMPREHENSIONS = (cst.ListComp, cst.SetComp, cst.DictComp, cst.GeneratorExp)


@dataclass(eq=False, slots=True)
class Binding:
    """A name that is bound exactly once, by an assignment with *value*, as a parameter, or in another way."""

    target: str
    function: Scope
    node: cst.CSTNode
    value: cst.BaseExpression | None = None
    annotation: cst.BaseExpression | None = None

    @property
    def assigned(self) -> bool:
        """Whether a plain assignment binds it."""
        return self.value is not None

    @property
    def parameter(self) -> bool:
        """Whether it is a parameter of its function."""
        return isinstance(self.node, cst.Param)


@dataclass(eq=False, slots=True)
class Scope:
    """A function, a class, or the file. A name bound more than once is None: nobody knows which value it has."""

    node: cst.Module | cst.ClassDef | cst.FunctionDef
    parent: Scope | None
    names: dict[str, Binding | None] = field(default_factory=dict[str, Binding | None])
    attributes: dict[str, Binding | None] = field(default_factory=dict[str, Binding | None])
    every: dict[str, list[Binding]] = field(default_factory=dict[str, list[Binding]])

    @property
    def name(self) -> str:
        """The function's or class's name; empty for the file."""
        return "" if isinstance(self.node, cst.Module) else self.node.name.value

    @property
    def is_function(self) -> bool:
        """Whether it is a function."""
        return isinstance(self.node, cst.FunctionDef)

    @property
    def is_class(self) -> bool:
        """Whether it is a class."""
        return isinstance(self.node, cst.ClassDef)

    @property
    def method(self) -> Scope | None:
        """The method that this function is, or stands in."""
        current = self
        while current.parent is not None:
            if current.is_function and current.parent.is_class:
                return current
            current = current.parent
        return None

    @property
    def owner(self) -> Scope | None:
        """The class that the code of this scope has as ``self``."""
        return method.parent if (method := self.method) is not None else None

    @property
    def top_class(self) -> Scope | None:
        """The outermost class around this scope, or itself."""
        found = None
        current: Scope | None = self
        while current is not None:
            if current.is_class:
                found = current
            current = current.parent
        return found

    @property
    def self_name(self) -> str:
        """The name of a method's first parameter, ``self``; empty for anything else, a static method too."""
        if not isinstance(self.node, cst.FunctionDef) or self.parent is None or not self.parent.is_class:
            return ""
        if any(dotted_text(each.decorator) in {"staticmethod", "classmethod"} for each in self.node.decorators):
            return ""
        return self.node.params.params[0].name.value if self.node.params.params else ""

    def bind(self, binding: Binding) -> None:
        """Bind a name of this scope."""
        self.names[binding.target] = None if binding.target in self.names else binding
        self.every.setdefault(binding.target, []).append(binding)

    def bind_attribute(self, name: str, binding: Binding) -> None:
        """Bind ``self.name``."""
        self.attributes[name] = None if name in self.attributes else binding
        self.every.setdefault(f".{name}", []).append(binding)


class File:
    """A source with its scopes, imports and classes."""

    def __init__(self, source: Source, bindings: str = BINDINGS) -> None:
        """Read all bindings of *source*; *bindings* is the package of those that are generated."""
        self.source = source
        self._bindings = bindings
        self.path = source.document.path
        self.scopes: dict[cst.CSTNode, Scope] = {}
        self.imports: dict[str, str] = {}
        self.dotted_imports: set[str] = set()
        self.stars: list[str] = []
        self.brought: Callable[[str], str] = lambda name: brought(self.stars, name)  # what a star brings, if known
        self.top = self._scope(source.tree)
        self._read_definitions()
        self._read_imports()
        self._read_assignments()
        self._read_other_targets()
        self.changes = Changes(self)
        self.classes = {
            scope.name: scope for scope in self.scopes.values() if scope.is_class and scope.parent is self.top
        }

    # ---------------------------------------------------------------------------------------------------------------
    # Reading

    def _scope(self, node: cst.Module | cst.ClassDef | cst.FunctionDef) -> Scope:
        """Return the scope of *node*, made with those around it."""
        if (known := self.scopes.get(node)) is not None:
            return known
        parent = None if isinstance(node, cst.Module) else self.scope_of(node)
        made = self.scopes[node] = Scope(node, parent)
        return made

    def scope_of(self, node: cst.CSTNode) -> Scope:
        """Return the scope that the code of *node* runs in; defaults and decorators run outside of their function."""
        inner = node
        for around in self.source.ancestors(node):
            if isinstance(around, cst.Module) or (
                isinstance(around, (cst.ClassDef, cst.FunctionDef)) and inner is around.body
            ):
                return self._scope(around)
            inner = around
        return self._scope(self.source.tree)

    def _read_definitions(self) -> None:
        for class_ in self.source.all(cst.ClassDef):
            scope = self._scope(class_)
            if scope.parent is not None:
                scope.parent.bind(Binding(class_.name.value, scope.parent, class_))
        for function in self.source.all(cst.FunctionDef):
            scope = self._scope(function)
            if scope.parent is not None:
                scope.parent.bind(Binding(function.name.value, scope.parent, function))
            for parameter in parameters(function):
                annotation = parameter.annotation.annotation if parameter.annotation else None
                scope.bind(Binding(parameter.name.value, scope, parameter, annotation=annotation))

    def _read_imports(self) -> None:
        for statement in self.source.all(cst.Import):
            for alias in statement.names:
                dotted = self.usual(alias.evaluated_name)
                self.dotted_imports.add(dotted)
                if alias.asname is not None and isinstance(alias.asname.name, cst.Name):
                    self.imports[alias.asname.name.value] = dotted
                else:
                    self.imports[dotted.partition(".")[0]] = dotted.partition(".")[0]
        for from_ in self.source.all(cst.ImportFrom):
            module = self.usual("." * len(from_.relative) + (dotted_text(from_.module) if from_.module else ""))
            if isinstance(from_.names, cst.ImportStar):
                self.stars.append(module)
                continue
            for alias in from_.names:
                name = alias.evaluated_name
                bound = alias.evaluated_alias or name
                self.imports[bound] = f"{module}{name}" if module.endswith(".") else f"{module}.{name}"
                self.dotted_imports.add(self.imports[bound])

    def usual(self, dotted: str) -> str:
        """Return *dotted* as it is where generated bindings are in the package that they usually are in."""
        if self._bindings != BINDINGS and f"{dotted}.".startswith(f"{self._bindings}."):
            return BINDINGS + dotted[len(self._bindings) :]
        return dotted

    def spelled(self, dotted: str) -> str:
        """Return *dotted* as the file writes it."""
        if self._bindings != BINDINGS and f"{dotted}.".startswith(f"{BINDINGS}."):
            return self._bindings + dotted[len(BINDINGS) :]
        return dotted

    def _read_assignments(self) -> None:
        for target in self.source.all(cst.AssignTarget):
            assign = self.source.parent(target)
            if isinstance(assign, cst.Assign):
                single = len(assign.targets) == 1
                self._assign(target.target, assign, assign.value if single else None)
        for annotated in self.source.all(cst.AnnAssign):
            if annotated.value is not None:
                self._assign(annotated.target, annotated, annotated.value, annotated.annotation.annotation)
        for augmented in self.source.all(cst.AugAssign):
            self._assign(augmented.target, augmented, None)
            self._assign(augmented.target, augmented, None)

    def _read_other_targets(self) -> None:
        for loop in self.source.all(cst.For):
            self._assign(loop.target, loop, None)
        for walrus in self.source.all(cst.NamedExpr):
            self._assign(walrus.target, walrus, None)
        for alias in self.source.all(cst.AsName):
            if not isinstance(self.source.parent(alias), cst.ImportAlias):
                self._assign(alias.name, alias, None)
        for deleted in self.source.all(cst.Del):
            self._assign(deleted.target, deleted, None)
            self._assign(deleted.target, deleted, None)
        shared: list[cst.Global | cst.Nonlocal] = [*self.source.all(cst.Global), *self.source.all(cst.Nonlocal)]
        for statement in shared:
            for item in statement.names:
                self._forget(self.scope_of(statement), item.name.value)

    @staticmethod
    def _forget(scope: Scope, name: str) -> None:
        """Give up on a name that functions share."""
        current: Scope | None = scope
        while current is not None:
            current.names[name] = None
            current.every.pop(name, None)
            current = current.parent

    def _assign(
        self,
        target: cst.BaseExpression,
        node: cst.CSTNode,
        value: cst.BaseExpression | None,
        annotation: cst.BaseExpression | None = None,
    ) -> None:
        """Note that *node* binds *target*."""
        scope = self.scope_of(node)
        match target:
            case cst.Name(value=name):
                scope.bind(Binding(name, scope, node, value, annotation))
            case cst.Attribute(value=cst.Name(value=base), attr=cst.Name(value=name)):
                method = scope.method
                if method is not None and method.parent is not None and base == method.self_name:
                    method.parent.bind_attribute(name, Binding(f"{base}.{name}", scope, node, value, annotation))
            case cst.Tuple(elements=elements) | cst.List(elements=elements):
                for element in elements:
                    self._assign(element.value, node, None)
            case cst.StarredElement(value=inner):
                self._assign(inner, node, None)
            case _:
                pass

    # ---------------------------------------------------------------------------------------------------------------
    # Asking

    def shadowed(self, name: cst.Name) -> bool:
        """Say whether a comprehension or a lambda around *name* binds it."""
        return self.shadow(name) is not None

    def shadow(self, name: cst.Name) -> cst.CompFor | cst.Lambda | None:
        """Return the loop of a comprehension, or the lambda, around *name* that binds it."""
        for around in self.source.ancestors(name):
            if isinstance(around, (cst.FunctionDef, cst.ClassDef)):
                return None
            if isinstance(around, _COMPREHENSIONS) and (loop := _loop(around.for_in, name.value)) is not None:
                return loop
            if isinstance(around, cst.Lambda) and any(p.name.value == name.value for p in around.params.params):
                return around
        return None

    def bindings(self, node: cst.BaseExpression, scope: Scope) -> list[Binding]:
        """Return all that bind the name or ``self.x`` *node*, which nothing around it shadows."""
        match node:
            case cst.Name(value=name):
                current: Scope | None = scope
                while current is not None:
                    if name in current.names and (current is scope or not current.is_class):
                        return current.every.get(name, [])
                    current = current.parent
                return []
            case cst.Attribute(value=cst.Name(value=base), attr=cst.Name(value=name)):
                method = scope.method
                if method is None or method.parent is None or base != method.self_name or not base:
                    return []
                return method.parent.every.get(f".{name}", [])
            case _:
                return []

    def lookup(self, name: str, scope: Scope) -> tuple[bool, Binding | None]:
        """Return whether *name* is bound by the code that *scope* sees, and how, where that is certain."""
        current: Scope | None = scope
        first = True
        while current is not None:
            if name in current.names and (first or not current.is_class):
                return True, current.names[name]
            current, first = current.parent, False
        return False, None

    def binding(self, node: cst.BaseExpression, scope: Scope) -> Binding | None:
        """Return what binds the name or ``self.x`` *node*, where that is certain."""
        match node:
            case cst.Name(value=name):
                return None if self.shadowed(node) else self.lookup(name, scope)[1]
            case cst.Attribute(value=cst.Name(value=base), attr=cst.Name(value=name)):
                method = scope.method
                if method is None or method.parent is None or base != method.self_name or not base:
                    return None
                return method.parent.attributes.get(name)
            case _:
                return None

    def dotted(self, node: cst.BaseExpression, scope: Scope) -> str:
        """Return what *node* was imported as, ``:Name`` for a class of this file, or an empty string."""
        match node:
            case cst.Name(value=name):
                bound, binding = self.lookup(name, scope)
                if bound:
                    own = (
                        binding is not None and isinstance(binding.node, cst.ClassDef) and binding.function is self.top
                    )
                    return f":{name}" if own else ""
                if name in self.imports:
                    return self.imports[name]
                return self.brought(name) if self.stars else ""
            case cst.Attribute(value=value, attr=cst.Name(value=name)):
                base = self.dotted(value, scope)
                return f"{base}.{name}" if base else ""
            case _:
                return ""

    def uses(self, binding: Binding) -> int:
        """Return how often the file names what *binding* binds, besides where it does so."""
        found = 0
        last = binding.target.rpartition(".")[2]
        for name in self.source.all(cst.Name):
            if name.value == last:
                node = self.source.parent(name) if "." in binding.target else name
                if isinstance(node, (cst.Name, cst.Attribute)) and self.binding(node, self.scope_of(node)) is binding:
                    around = self.source.parent(node)
                    bound = isinstance(around, (cst.AssignTarget, cst.AnnAssign)) and around.target is node
                    found += not bound and not (isinstance(around, cst.Arg) and around.keyword is node)
        return found

    def loop_around(self, node: cst.CSTNode) -> cst.For | cst.CompFor | None:
        """Return the loop that *node* is evaluated in again and again."""
        inner = node
        for around in self.source.ancestors(node):
            if isinstance(around, (cst.FunctionDef, cst.ClassDef)):
                return None
            if isinstance(around, cst.For) and inner is around.body:
                return around
            if isinstance(around, _COMPREHENSIONS) and inner is not around.for_in:
                return around.for_in
            inner = around
        return None

    def scope_at(self, span: Span) -> Scope:
        """Return the innermost scope whose code *span* lies in."""
        best = self.top
        size = len(self.source.document.text) + 1
        for node, scope in self.scopes.items():
            if isinstance(node, (cst.ClassDef, cst.FunctionDef)):
                body = self.source.outer(node.body)
                if body.start <= span.start and span.end <= body.end and body.end - body.start < size:
                    best, size = scope, body.end - body.start
        return best


def parameters(function: cst.FunctionDef) -> list[cst.Param]:
    """Return all parameters of *function* in the order of its signature, starred ones too."""
    params = function.params
    found = [*params.posonly_params, *params.params]
    if isinstance(params.star_arg, cst.Param):
        found.append(params.star_arg)
    found.extend(params.kwonly_params)
    if params.star_kwarg is not None:
        found.append(params.star_kwarg)
    return found


class Changes:
    """What a file does to the lists and dictionaries that names are bound to, after they are made."""

    def __init__(self, file: File) -> None:
        """Look for every change in *file*."""
        self._file = file
        self.added: dict[Binding, list[cst.BaseExpression]] = {}  # items and values that are put in one by one
        self.unclear: set[Binding] = set()
        source = file.source
        for call in source.all(cst.Call):
            if isinstance(call.func, cst.Attribute) and call.func.attr.value in _CHANGING:
                one = call.func.attr.value in _ADDING and len(call.args) == 1 and not call.args[0].star
                self._note(call.func.value, call, call.args[0].value if one else None)
        for target in source.all(cst.AssignTarget):
            if isinstance(target.target, cst.Subscript) and isinstance(around := source.parent(target), cst.Assign):
                self._note(target.target.value, target, around.value)
        targets: list[cst.AnnAssign | cst.AugAssign | cst.Del] = [
            *source.all(cst.AnnAssign),
            *source.all(cst.AugAssign),
        ]
        targets += source.all(cst.Del)
        for statement in targets:
            if isinstance(statement.target, cst.Subscript):
                self._note(statement.target.value, statement, None)

    def _note(self, base: cst.BaseExpression, at: cst.CSTNode, added: cst.BaseExpression | None) -> None:
        """Note that *at* changes what *base* is bound to; *added* is what is put in, None where that is unclear."""
        name = _innermost(base)
        if name is not base:
            base, added = name, None
        for binding in self._file.bindings(base, self._file.scope_of(at)):
            if added is None:
                self.unclear.add(binding)
            else:
                self.added.setdefault(binding, []).append(added)

    def __contains__(self, binding: Binding) -> bool:
        """Say whether what *binding* names is changed after it is made."""
        return binding in self.unclear or binding in self.added


def _innermost(node: cst.BaseExpression) -> cst.BaseExpression:
    """Return the name or ``self.x`` at the left end of *node*."""
    while isinstance(node, (cst.Subscript, cst.Attribute)) and not (
        isinstance(node, cst.Attribute) and isinstance(node.value, cst.Name)
    ):
        node = node.value
    return node


def _loop(loop: cst.CompFor, name: str) -> cst.CompFor | None:
    """Return the loop of a comprehension that binds *name*."""
    if any(node.value == name for node in leaves(loop.target)):
        return loop
    return _loop(loop.inner_for_in, name) if loop.inner_for_in is not None else None


def leaves(target: cst.BaseExpression) -> list[cst.Name]:
    """Return the names in the target of an assignment or a loop."""
    match target:
        case cst.Name():
            return [target]
        case cst.Tuple(elements=elements) | cst.List(elements=elements):
            return [leaf for element in elements for leaf in leaves(element.value)]
        case _:
            return []


def dotted_text(node: cst.BaseExpression) -> str:
    """Return a dotted name as text, empty when it is not one."""
    match node:
        case cst.Name(value=name):
            return name
        case cst.Attribute(value=value, attr=cst.Name(value=name)):
            base = dotted_text(value)
            return f"{base}.{name}" if base else ""
        case _:
            return ""
