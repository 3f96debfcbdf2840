"""What an expression holds: a construct of a known class, wherever it was made, or several of one class.

A construct is followed through names and ``self.x``, lists, dictionaries and loops, helpers and what they return,
parameters and what they are given, and the attributes of the objects that hold it. Nothing is run: what two ways of the
program disagree on is not known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias

import libcst as cst

from iacfix.transforms.languages.cdktf import names
from iacfix.transforms.languages.cdktf.names import Made
from iacfix.transforms.languages.cdktf.scopes import Binding, File, Scope, dotted_text, leaves, parameters
from iacfix.transforms.model import Kind

_ENDLESS = 25  # steps from a name to the construct
_MANY = re.compile(r"(?:typing\.)?(?:[Ll]ist|[Tt]uple|[Ss]et|[Ss]equence|[Ii]terable|[Dd]ict|[Mm]apping)")

Step: TypeAlias = str | cst.BaseExpression


@dataclass(frozen=True, slots=True)
class Held:
    """What an expression evaluates to: a construct, or an attribute of one at the end of *path*.

    *root* is the text that stands for the construct where the expression is, behind the function's name where it is a
    name of that function. *call* makes it, where there is one such call; *among* are all those of which one does, as
    far as they are known. *owner* is the class of an instance of a module, and *through* is the call that makes the
    instance which holds the construct. *many* is true of a list, or of the values of a dictionary.
    """

    kind: Kind
    type: str
    root: str
    path: tuple[Step, ...] = ()
    call: cst.Call | None = None
    owner: Scope | None = None
    through: cst.Call | None = None
    many: bool = False
    among: tuple[cst.Call, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether it is one construct itself."""
        return not self.path and not self.many

    def like(self, other: Held) -> bool:
        """Say whether both are of one class."""
        mine = (self.kind, self.type, self.owner, self.path, self.many)
        return mine == (other.kind, other.type, other.owner, other.path, other.many)


class Program(Protocol):
    """What is known of the files of an app tree."""

    @property
    def files(self) -> Mapping[str, File]:
        """The files, by path."""
        ...

    def made(self, file: File, call: cst.Call, scope: Scope) -> Made | None:
        """Return what *call* makes."""
        ...

    def class_of(self, file: File, dotted: str) -> tuple[File, Scope] | None:
        """Return the class of the tree that *file* calls *dotted*, or None."""
        ...

    def is_module(self, scope: Scope) -> bool:
        """Say whether instances of the class are read as module calls."""
        ...


class Holdings:
    """Answers what the expressions of an app tree hold."""

    def __init__(self, program: Program) -> None:
        """Begin with no answer."""
        self._program = program
        self._known: dict[cst.BaseExpression, Held | None] = {}
        self._open: set[cst.CSTNode] = set()
        self._cut = 0  # how often a question was given up because it led back to itself
        self._calls: dict[str, list[tuple[File, cst.Call]]] | None = None
        self._homes: dict[Scope, File] = {}
        self._returns: dict[Scope, list[cst.BaseExpression | None]] | None = None

    def of(self, file: File, node: cst.BaseExpression, scope: Scope) -> Held | None:
        """Return what *node*, evaluated in *scope* of *file*, holds, or None."""
        if node in self._known:
            return self._known[node]
        if node in self._open or len(self._open) > _ENDLESS:
            self._cut += 1
            return None
        before = self._cut
        self._open.add(node)
        try:
            found = self._of(file, node, scope)
        finally:
            self._open.discard(node)
        if (self._cut == before or not self._open) and file.source.parent(node) is not None:
            self._known[node] = found
        return found

    def _of(self, file: File, node: cst.BaseExpression, scope: Scope) -> Held | None:
        match node:
            case cst.Name():
                return self._name(file, node, scope)
            case cst.Attribute():
                return self._attribute(file, node, scope)
            case cst.Subscript(value=value, slice=[cst.SubscriptElement(slice=cst.Index(value=index, star=None))]):
                base = self.of(file, value, scope)
                if base is None:
                    return None
                if base.many:
                    text = f"{base.root}[{_text(index)}]"
                    return replace(base, many=False, root=text, call=None)
                return replace(base, path=(*base.path, index)) if base.owner is None else None
            case cst.Subscript(value=value, slice=[cst.SubscriptElement(slice=cst.Slice())]):
                base = self.of(file, value, scope)
                return base if base is not None and base.many else None
            case cst.Call():
                return self._call(file, node, scope)
            case cst.List(elements=elements) | cst.Tuple(elements=elements) | cst.Set(elements=elements):
                values = [element.value for element in elements if not isinstance(element, cst.StarredElement)]
                return self._several(file, scope, values, node) if len(values) == len(elements) else None
            case cst.Dict(elements=elements):
                inner = [element.value for element in elements if isinstance(element, cst.DictElement)]
                return self._several(file, scope, inner, node) if len(inner) == len(elements) else None
            case cst.ListComp(elt=value) | cst.SetComp(elt=value) | cst.GeneratorExp(elt=value):
                return self._several(file, scope, [value], node)
            case cst.DictComp(value=value):
                return self._several(file, scope, [value], node)
            case cst.IfExp(body=body, orelse=otherwise):
                return _same([self.of(file, body, scope), self.of(file, otherwise, scope)], _text(node))
            case cst.BinaryOperation(left=left, operator=cst.Add(), right=right):
                both = _same([self.of(file, left, scope), self.of(file, right, scope)], _text(node))
                return both if both is not None and both.many else None
            case _:
                return None

    def _several(
        self, file: File, scope: Scope, values: Iterable[cst.BaseExpression], node: cst.BaseExpression
    ) -> Held | None:
        """Return a collection of *values*, which are all of one class."""
        found = _same([self.of(file, value, scope) for value in values], _text(node))
        return replace(found, many=True, root=_text(node)) if found is not None and found.bare else None

    # ---------------------------------------------------------------------------------------------------------------
    # Names

    def _name(self, file: File, node: cst.Name, scope: Scope) -> Held | None:
        """Return what a name holds: that of a comprehension's loop, or of whatever binds it."""
        if (shadow := file.shadow(node)) is not None:
            if isinstance(shadow, cst.Lambda):
                return None
            return self._looped(file, shadow, scope, node.value, f"{scope.name or 'module'}#in:{node.value}")
        bindings = file.bindings(node, scope)
        if not bindings:
            return None
        return self._bound(file, node, bindings, f"{_anchor(bindings[0].function)}{node.value}")

    def _bound(self, file: File, node: cst.BaseExpression, bindings: list[Binding], root: str) -> Held | None:
        """Return what *bindings*, of which one counts at *node*, have in common, under the name *root*."""
        if len(bindings) > 1:
            loop = next((a for a in file.source.ancestors(node) if any(b.node is a for b in bindings)), None)
            if isinstance(loop, cst.For) and all(isinstance(b.node, cst.For) for b in bindings):
                # Loops one after another use one name: the one around this place counts.
                number = next(i for i, binding in enumerate(bindings) if binding.node is loop)
                anchor, _, name = root.rpartition(":")
                root = f"{anchor}#{number}:{name}" if number else root
                bindings = [bindings[number]]
            elif not _exclusive(file, bindings):
                return None
        found = _same([self._binding(file, binding) for binding in bindings], root)
        if found is None:
            return None
        changed = bindings[0] if found.many else None
        return found if changed is None or changed not in file.changes.unclear else None

    def _binding(self, file: File, binding: Binding) -> Held | None:
        """Return what *binding* gives to its name."""
        name = binding.target.rpartition(".")[2]
        if isinstance(binding.node, cst.For):
            return self._looped(file, binding.node, binding.function, name, name)
        if binding.parameter and isinstance(binding.node, cst.Param):
            return self._parameter(file, binding, binding.node)
        value = binding.value
        if value is None:
            return None
        added = file.changes.added.get(binding, [])
        if _is_empty(value) and not added and binding.annotation is not None:
            return self._annotated(file, binding.annotation, binding.function)
        if added:
            items = [self.of(file, item, file.scope_of(item)) for item in added]
            there = [] if _is_empty(value) else [self._single(self.of(file, value, binding.function))]
            common = _same([*there, *items], name)
            return replace(common, many=True) if common is not None and common.bare else None
        return self.of(file, value, binding.function)

    @staticmethod
    def _single(held: Held | None) -> Held | None:
        """Return one of the many that *held* is."""
        return replace(held, many=False, call=None) if held is not None and held.many else None

    def _looped(self, file: File, loop: cst.For | cst.CompFor, scope: Scope, name: str, root: str) -> Held | None:
        """Return what the variable *name* of *loop* holds."""
        found = self._each(file, loop.iter, loop.target, scope, name)
        return replace(found, root=root, many=False, call=None) if found is not None and found.many else None

    def _each(
        self, file: File, iterated: cst.BaseExpression, target: cst.BaseExpression, scope: Scope, name: str
    ) -> Held | None:
        """Return the collection whose items *name* in *target* takes in a loop over *iterated*."""
        match target, iterated:
            case cst.Name(), cst.Call(func=cst.Attribute(value=base, attr=cst.Name(value="values")), args=()):
                return self.of(file, base, scope)
            case cst.Name(), cst.Call(func=cst.Name(value="list" | "sorted" | "reversed" | "tuple"), args=[only, *_]):
                return self._each(file, only.value, target, scope, name)
            case cst.Name(), _:
                return self.of(file, iterated, scope)
            case cst.Tuple(elements=[_, second]), cst.Call(
                func=cst.Attribute(value=base, attr=cst.Name(value="items")), args=()
            ) if _binds(second.value, name):
                return self.of(file, base, scope)
            case cst.Tuple(elements=[_, second]), cst.Call(func=cst.Name(value="enumerate"), args=[only, *_]) if any(
                leaf.value == name for leaf in leaves(second.value)
            ):
                return self._each(file, only.value, second.value, scope, name)
            case cst.Tuple(elements=elements), cst.Call(func=cst.Name(value="zip"), args=args):
                for element, argument in zip(elements, args, strict=False):
                    if _binds(element.value, name):
                        return self._each(file, argument.value, element.value, scope, name)
                return None
            case _:
                return None

    # ---------------------------------------------------------------------------------------------------------------
    # Parameters and helpers

    def _parameter(self, file: File, binding: Binding, parameter: cst.Param) -> Held | None:
        """Return what a parameter holds, by its annotation or by what all callers give."""
        if parameter.star:
            return None
        if binding.annotation is not None:
            held = self._annotated(file, binding.annotation, file.top)
            if held is not None or not _says_nothing(binding.annotation):
                return held
        given = list(self._given(file, binding.function, parameter))
        if not given:
            return None
        found = _same([self.of(*each) if each is not None else None for each in given], "")
        return found if found is None or not found.path else None

    def _given(
        self, file: File, function: Scope, parameter: cst.Param
    ) -> Iterator[tuple[File, cst.BaseExpression, Scope] | None]:
        """Yield what each call of *function* gives to *parameter*; None where that cannot be told."""
        if not isinstance(function.node, cst.FunctionDef) or function.node.decorators:
            return
        order = parameters(function.node)
        method = function.parent is not None and function.parent.is_class
        owner = function.parent if method else None
        name = owner.name if owner is not None and function.name == "__init__" else function.name
        for caller, call in self._calls_of(name):
            scope = caller.scope_of(call)
            if owner is not None and function.name == "__init__":
                found = self._program.class_of(caller, caller.dotted(call.func, scope))
                if found is None or found[1] is not owner:
                    continue
            elif owner is None and (caller is not file or not isinstance(call.func, cst.Name)):
                continue
            elif owner is not None and not (
                isinstance(call.func, cst.Attribute) and _self_class(caller, call.func.value, scope) is owner
            ):
                yield None
                return
            argument = _argument(call, order[1:] if method else order, parameter)
            if argument is None and parameter.default is not None and not any(a.star for a in call.args):
                continue
            yield (caller, argument, scope) if argument is not None else None

    def _calls_of(self, name: str) -> list[tuple[File, cst.Call]]:
        """Return the calls of whatever is called *name*."""
        if self._calls is None:
            self._calls = defaultdict(list)
            for file in self._program.files.values():
                for call in file.source.all(cst.Call):
                    match call.func:
                        case cst.Name(value=called) | cst.Attribute(attr=cst.Name(value=called)):
                            self._calls[called].append((file, call))
                        case _:
                            pass
        return self._calls.get(name, [])

    def _annotated(self, file: File, annotation: cst.BaseExpression, scope: Scope) -> Held | None:
        """Return what is annotated so."""
        match annotation:
            case cst.SimpleString() if annotation.raw_value.isidentifier():
                return self._annotated(file, cst.Name(annotation.raw_value), scope)
            case cst.Subscript(value=value, slice=[*_, cst.SubscriptElement(slice=cst.Index(value=inner))]):
                found = self._annotated(file, inner, scope)
                if found is None or not found.bare:
                    return None
                if dotted_text(value).rpartition(".")[2] == "Optional":
                    return found
                return replace(found, many=True) if _MANY.fullmatch(dotted_text(value)) else None
            case cst.BinaryOperation(left=left, operator=cst.BitOr(), right=cst.Name(value="None")):
                return self._annotated(file, left, scope)
            case cst.Name() | cst.Attribute():
                dotted = file.dotted(annotation, scope)
                made = names.made_by(dotted, constructs=True) if dotted else None
                if made is not None:
                    plain = made.kind in {Kind.RESOURCE, Kind.DATA}
                    return Held(made.kind, made.type, _text(annotation)) if plain else None
                found_class = self._program.class_of(file, dotted) if dotted else None
                if found_class is not None and self._program.is_module(found_class[1]):
                    return Held(Kind.MODULE, "", _text(annotation), owner=found_class[1])
                return None
            case _:
                return None

    def _call(self, file: File, node: cst.Call, scope: Scope) -> Held | None:
        """Return what a call makes, or what a helper returns."""
        made = self._program.made(file, node, scope)
        if made is not None:
            plain = made.kind in {Kind.RESOURCE, Kind.DATA} and not made.struct
            return Held(made.kind, made.type, _text(node), call=node, among=(node,)) if plain else None
        dotted = file.dotted(node.func, scope)
        found = self._program.class_of(file, dotted) if dotted else None
        if found is not None:
            is_module = self._program.is_module(found[1])
            return Held(Kind.MODULE, "", _text(node), call=node, owner=found[1]) if is_module else None
        function = self._function(file, node, scope)
        if function is None:
            return None
        held = self._returned(*function)
        if held is None or held.path:
            return None
        return replace(held, root=_text(node), call=None, through=None)

    def _function(self, file: File, call: cst.Call, scope: Scope) -> tuple[File, Scope] | None:
        """Return the function of the tree that *call* calls."""
        match call.func:
            case cst.Name(value=name):
                binding = file.lookup(name, scope)[1]
                function = file.scopes.get(binding.node) if binding is not None else None
                return (file, function) if function is not None and function.is_function else None
            case cst.Attribute(value=base, attr=cst.Name(value=name)):
                if (own := _self_class(file, base, scope)) is not None:
                    return self._member(file, own, name)
                held = self.of(file, base, scope)
                if held is not None and held.bare and held.owner is not None:
                    return self._member(self._file_of(held.owner), held.owner, name)
                return None
            case _:
                return None

    def _file_of(self, scope: Scope) -> File:
        """Return the file that the class *scope* stands in."""
        if not self._homes:
            self._homes = {each: file for file in self._program.files.values() for each in file.classes.values()}
        return self._homes[scope]

    def _member(self, file: File, owner: Scope, name: str) -> tuple[File, Scope] | None:
        """Return the method or property *name* of the class *owner*, or of one that it stands on."""
        for known, scope in self.lineage(file, owner):
            binding = scope.names.get(name)
            function = known.scopes.get(binding.node) if binding is not None else None
            if function is not None and function.is_function:
                return known, function
        return None

    def lineage(self, file: File, owner: Scope, depth: int = 0) -> Iterator[tuple[File, Scope]]:
        """Yield the class *owner* and those of the tree that it stands on."""
        yield file, owner
        if not isinstance(owner.node, cst.ClassDef) or depth > _ENDLESS:
            return
        for base in owner.node.bases:
            dotted = file.dotted(base.value, owner.parent or file.top)
            found = self._program.class_of(file, dotted) if dotted else None
            if found is not None and found[1] is not owner:
                yield from self.lineage(*found, depth + 1)

    def _returned(self, file: File, function: Scope) -> Held | None:
        """Return what *function* returns, by its annotation or by all of its statements."""
        node = function.node
        if not isinstance(node, cst.FunctionDef) or node in self._open:
            self._cut += 1
            return None
        if node.returns is not None:
            held = self._annotated(file, node.returns.annotation, function.parent or file.top)
            if held is not None or not _says_nothing(node.returns.annotation):
                return held
        if self._returns is None:
            self._returns = defaultdict(list)
            for each in self._program.files.values():
                for statement in each.source.all(cst.Return):
                    self._returns[each.scope_of(statement)].append(statement.value)
        values = self._returns.get(function, [])
        self._open.add(node)
        try:
            return _same([self.of(file, value, function) if value is not None else None for value in values], "")
        finally:
            self._open.discard(node)

    # ---------------------------------------------------------------------------------------------------------------
    # Attributes

    def _attribute(self, file: File, node: cst.Attribute, scope: Scope) -> Held | None:
        """Return what ``self.x``, or an attribute of what something holds, is."""
        name = node.attr.value
        if (own := _self_class(file, node.value, scope)) is not None:
            held = self._held_by(file, own, name)
            return replace(held, root=f"self.{held.root}") if held is not None else None
        base = self.of(file, node.value, scope)
        if base is None or base.many:
            return None
        if base.owner is None:
            return replace(base, path=(*base.path, name))
        held = self._held_by(self._file_of(base.owner), base.owner, name)
        if held is None or any(not isinstance(step, str) for step in held.path):
            return None
        # Each instance has its own: the call stands for one only inside of the class.
        return replace(held, root=f"{base.root}.{held.root}", call=None, through=base.call or base.through)

    def _held_by(self, file: File, owner: Scope, name: str) -> Held | None:
        """Return what the attribute *name* of an object of *owner* holds, its root as seen from the object."""
        for known, scope in self.lineage(file, owner):
            if bindings := scope.every.get(f".{name}"):
                return self._seen(known, scope, name, self._set(known, bindings))
            binding = scope.names.get(name)
            function = known.scopes.get(binding.node) if binding is not None else None
            if function is not None and _is_property(function):
                return self._seen(known, scope, name, self._returned(known, function))
        return None

    def _set(self, file: File, bindings: list[Binding]) -> Held | None:
        """Return what the assignments to one attribute have in common."""
        if len(bindings) > 1:
            # ``self.x = None`` in front of the assignment that counts is a habit.
            bindings = [b for b in bindings if not (isinstance(b.value, cst.Name) and b.value.value == "None")]
            if len(bindings) > 1 and not _exclusive(file, bindings):
                return None
        found = _same([self._binding(file, binding) for binding in bindings], bindings[0].target) if bindings else None
        if found is not None and found.many and any(binding in file.changes.unclear for binding in bindings):
            return None
        return found

    def _seen(self, file: File, owner: Scope, name: str, held: Held | None) -> Held | None:
        """Return *held*, the attribute *name* of *owner*, under the root that it has from outside."""
        if held is None or not held.path:
            return replace(held, root=name) if held is not None else None
        if held.root.startswith("self."):
            return replace(held, root=held.root.removeprefix("self."))
        for other, bindings in owner.every.items():
            if other.startswith(".") and other != f".{name}" and len(bindings) == 1 and held.call is not None:
                value = bindings[0].value
                same = self.of(file, value, bindings[0].function) if value is not None else None
                if same is not None and same.bare and same.call is held.call:
                    return replace(held, root=other.removeprefix("."))
        return None


def _same(found: list[Held | None], root: str) -> Held | None:
    """Return what all of *found* are, under the name *root*; None where they differ or one is not known."""
    first = found[0] if found else None
    if first is None or any(other is None or not first.like(other) for other in found):
        return None
    if len(found) == 1:
        # A name for what has a path keeps the root of the construct.
        return first if first.path or not root else replace(first, root=root)
    among = tuple({call: None for other in found if other is not None for call in other.among})
    return replace(first, root=root, call=None, through=None, among=among) if not first.path else None


def _anchor(function: Scope) -> str:
    """Return what tells the names of *function* from those of another, in front of a root."""
    return f"{function.name}:" if function.is_function else ""


def _text(node: cst.CSTNode) -> str:
    return cst.Module(()).code_for_node(node)


def _is_empty(value: cst.BaseExpression) -> bool:
    """Say whether *value* makes an empty list or dictionary."""
    match value:
        case cst.List(elements=()) | cst.Dict(elements=()):
            return True
        case cst.Call(func=cst.Name(value="list" | "dict" | "set"), args=()):
            return True
        case _:
            return False


def _binds(target: cst.BaseExpression, name: str) -> bool:
    return isinstance(target, cst.Name) and target.value == name


def _is_property(function: Scope) -> bool:
    """Say whether *function* is read as an attribute."""
    node = function.node
    return isinstance(node, cst.FunctionDef) and any(
        dotted_text(decorator.decorator).rpartition(".")[2] in {"property", "cached_property"}
        for decorator in node.decorators
    )


def _self_class(file: File, node: cst.BaseExpression, scope: Scope) -> Scope | None:
    """Return the class of which *node* is ``self``, or None when it is something else."""
    method = scope.method
    if not isinstance(node, cst.Name) or method is None or node.value != method.self_name or file.shadowed(node):
        return None
    return method.parent


def _argument(call: cst.Call, order: list[cst.Param], parameter: cst.Param) -> cst.BaseExpression | None:
    """Return what *call* gives to *parameter*."""
    for position, argument in enumerate(call.args):
        if argument.star:
            return None
        if argument.keyword is not None:
            if argument.keyword.value == parameter.name.value:
                return argument.value
        elif position < len(order) and order[position] is parameter:
            return argument.value
    return None


def _says_nothing(annotation: cst.BaseExpression) -> bool:
    """Say whether *annotation* leaves the class open: ``Any``, ``object``, a construct of any class."""
    text = _text(annotation).rpartition(".")[2].strip("\"'")
    return text in {"Any", "object", "Construct", "dict", "list", "Dict", "List", "TerraformResource", "Any]"}


def _exclusive(file: File, bindings: list[Binding]) -> bool:
    """Say whether at most one of *bindings* is ever made: each stands in another branch of one ``if``."""
    branches = [list(_branches(file, binding.node)) for binding in bindings]
    for first in range(len(branches)):
        for second in range(first):
            one, other = dict(branches[first]), dict(branches[second])
            if not any(other.get(fork, way) is not way for fork, way in one.items()):
                return False
    return True


def _branches(file: File, node: cst.CSTNode) -> Iterator[tuple[cst.If, cst.CSTNode]]:
    """Yield each ``if`` around *node*, with the part of it that *node* stands in."""
    inner = node
    for around in file.source.ancestors(node):
        if isinstance(around, (cst.FunctionDef, cst.ClassDef)):
            return
        if isinstance(around, cst.If):
            yield around, inner
        inner = around
