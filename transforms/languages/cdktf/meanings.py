"""What an expression stands for: constants that are written elsewhere, one at a time, and how often they are taken.

A constant is followed through a name that is bound once, into a dictionary or a list that is never changed, and from
there through the variable of a loop over it. What a function returns is known where it has one ``return``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import libcst as cst

from iacfix.transforms.languages.cdktf.scopes import Binding, File, Scope, leaves
from iacfix.transforms.model import Mapping, Meaning, Sequence, Value

_SCALARS = (cst.SimpleString, cst.Integer, cst.Float, cst.UnaryOperation, cst.Name)
_WRITTEN_OUT = (*_SCALARS, cst.Dict, cst.List, cst.Tuple, cst.ListComp)


@dataclass(frozen=True, slots=True)
class Meanings:
    """Follows the expressions of *file* in the class *owner*; *read* reads them, *others* are the program's files."""

    file: File
    owner: Scope
    read: Callable[[cst.BaseExpression], Value]
    others: tuple[File, ...]

    def of(self, node: cst.BaseExpression) -> Meaning | None:
        """Return what *node* stands for, None where that cannot be told."""
        match node:
            case cst.Subscript(
                value=cst.Name() | cst.Attribute() as base,
                slice=[cst.SubscriptElement(slice=cst.Index(value=cst.SimpleString() as key, star=None))],
            ):
                return self._named(base, str(key.raw_value))
            case cst.Name() | cst.Attribute():
                return self._named(node, "")
            case cst.Call():
                return self._returned(node)
            case _:
                return None

    def _named(self, node: cst.Name | cst.Attribute, key: str) -> Meaning | None:
        """Return what the name *node* stands for, or what stands under *key* of it."""
        if isinstance(node, cst.Name) and (loop := self._loop(node)) is not None:
            takes = list(self._takes_in(loop, node.value))
            return _under(key, self._each(loop, node), takes)
        binding = self.file.binding(node, self.file.scope_of(node))
        if binding is None or (value := self._constant(binding)) is None:
            return None
        return _under(key, (self.read(value),), list(self._takes(binding)))

    def _constant(self, binding: Binding) -> cst.BaseExpression | None:
        """Return what *binding* gives to its name, where nothing changes that and no other file may take it."""
        if not isinstance(binding.value, _WRITTEN_OUT) or binding in self.file.changes:
            return None
        name = binding.target.rpartition(".")[2]
        if binding.function is self.file.top:
            shared = any(name in self._names(file) for file in self.others if file is not self.file)
        else:
            shared = "." in binding.target and any(self._asked_for(file, name, binding) for file in self.others)
        return None if shared else binding.value

    @staticmethod
    def _names(file: File) -> set[str]:
        return {use.value for use in file.source.all(cst.Name)}

    @staticmethod
    def _asked_for(file: File, name: str, binding: Binding) -> bool:
        """Say whether an object of another class than that of *binding* may be asked for its attribute *name*."""
        for use in file.source.all(cst.Name):
            node = file.source.parent(use) if use.value == name else None
            asked = isinstance(node, cst.Attribute) and node.attr is use
            if asked and isinstance(node, cst.Attribute) and file.binding(node, file.scope_of(node)) is not binding:
                return True
        return False

    def _takes(self, binding: Binding) -> Iterator[cst.BaseExpression]:
        """Yield each place that names what *binding* binds, but for that where it does so."""
        last = binding.target.rpartition(".")[2]
        for name in self.file.source.all(cst.Name):
            node = self.file.source.parent(name) if "." in binding.target and name.value == last else name
            if name.value != last or not isinstance(node, (cst.Name, cst.Attribute)):
                continue
            around = self.file.source.parent(node)
            bound = isinstance(around, (cst.AssignTarget, cst.AnnAssign)) and around.target is node
            if bound or (isinstance(around, cst.Arg) and around.keyword is node):
                continue
            if self.file.binding(node, self.file.scope_of(node)) is binding:
                yield self._whole(node)

    def _whole(self, node: cst.BaseExpression) -> cst.BaseExpression:
        """Return the subscript by a constant that *node* is asked by, or *node* itself."""
        match self.file.source.parent(node):
            case (
                cst.Subscript(
                    value=value, slice=[cst.SubscriptElement(slice=cst.Index(value=cst.SimpleString(), star=None))]
                ) as whole
            ) if value is node:
                return whole
            case _:
                return node

    # ---------------------------------------------------------------------------------------------------------------
    # Loops

    def _loop(self, name: cst.Name) -> cst.For | cst.CompFor | None:
        """Return the loop around *name* whose variable it is, where nothing else binds that."""
        shadow = self.file.shadow(name)
        if shadow is not None:
            return shadow if isinstance(shadow, cst.CompFor) else None
        bindings = self.file.bindings(name, self.file.scope_of(name))
        loops = [binding.node for binding in bindings if isinstance(binding.node, cst.For)]
        around = [loop for loop in self.file.source.ancestors(name) if loop in loops]
        return around[0] if around and len(loops) == len(bindings) and isinstance(around[0], cst.For) else None

    def _takes_in(self, loop: cst.For | cst.CompFor, name: str) -> Iterator[cst.BaseExpression]:
        """Yield each place in *loop* that takes its variable *name*."""
        within = loop if isinstance(loop, cst.For) else self.file.source.parent(loop)
        span = self.file.source.outer(within if within is not None else loop)
        own = leaves(loop.target)
        for use in self.file.source.names(span):
            around = self.file.source.parent(use)
            other = (isinstance(around, cst.Arg) and around.keyword is use) or (
                isinstance(around, cst.Attribute) and around.attr is use
            )
            if use.value == name and use not in own and not other:
                yield self._whole(use)

    def _each(self, loop: cst.For | cst.CompFor, name: cst.Name) -> tuple[Value, ...]:
        """Return what the variable *name* of *loop* is, each time."""
        match loop.target, loop.iter:
            case (
                cst.Tuple(elements=[_, cst.Element(value=cst.Name(value=second))]),
                cst.Call(func=cst.Attribute(value=base, attr=cst.Name(value="items")), args=()),
            ) if second == name.value:
                return _values(self._iterated(base))
            case cst.Name(), cst.Call(func=cst.Attribute(value=base, attr=cst.Name(value="values")), args=()):
                return _values(self._iterated(base))
            case cst.Name(), base:
                found = self._iterated(base)
                return found.items if isinstance(found, Sequence) else ()
            case cst.Tuple(elements=elements), base:
                return _column(
                    self._iterated(base),
                    [e.value.value if isinstance(e.value, cst.Name) else "" for e in elements],
                    name.value,
                )
            case _:
                return ()

    def _iterated(self, node: cst.BaseExpression) -> Value | None:
        """Return the list or dictionary that a loop goes over, where only the loop names it."""
        if isinstance(node, (cst.Dict, cst.List, cst.Tuple)):
            return self.read(node)
        binding = self.file.binding(node, self.file.scope_of(node))
        if binding is None or (value := self._constant(binding)) is None or len(list(self._takes(binding))) != 1:
            return None
        return self.read(value)

    # ---------------------------------------------------------------------------------------------------------------
    # Functions

    def _returned(self, call: cst.Call) -> Meaning | None:
        """Return what the function of the file that *call* calls returns."""
        scope = self.file.scope_of(call)
        match call.func:
            case cst.Name(value=name):
                binding = self.file.lookup(name, scope)[1]
            case cst.Attribute(value=cst.Name(value=base), attr=cst.Name(value=name)) if (
                scope.method is not None and base == scope.method.self_name
            ):
                binding = self.owner.names.get(name)
            case _:
                binding = None
        function = self.file.scopes.get(binding.node) if binding is not None else None
        if function is None or not function.is_function:
            return None
        found = [each.value for each in self.file.source.all(cst.Return) if self.file.scope_of(each) is function]
        value = found[0] if len(found) == 1 else None
        return Meaning((self.read(value),), 0) if value is not None else None


def _under(key: str, values: tuple[Value, ...], takes: list[cst.BaseExpression]) -> Meaning | None:
    """Return *values*, or what each of them has under *key*, where all that *takes* them asks for a key too."""
    by_key = [take for take in takes if isinstance(take, cst.Subscript)]
    if not values or (key and len(by_key) < len(takes)) or (by_key and not key):
        return None
    if not key:
        return Meaning(values, len(takes))
    entries = [value.entry(key) for value in values if isinstance(value, Mapping)]
    found = tuple(entry.value for entry in entries if entry is not None)
    asked = [take for take in by_key if _key(take) == key]
    return Meaning(found, len(asked)) if len(found) == len(values) else None


def _key(subscript: cst.Subscript) -> str:
    match subscript.slice:
        case [cst.SubscriptElement(slice=cst.Index(value=cst.SimpleString() as key))]:
            return str(key.raw_value)
        case _:
            return ""


def _column(rows: Value | None, names: list[str], name: str) -> tuple[Value, ...]:
    """Return what *name* of *names* is in each of *rows*."""
    items = rows.items if isinstance(rows, Sequence) else ()
    found = [row.items for row in items if isinstance(row, Sequence) and len(row.items) == len(names)]
    once = names.count(name) == 1 and len(found) == len(items)
    return tuple(row[names.index(name)] for row in found) if once else ()


def _values(value: Value | None) -> tuple[Value, ...]:
    """Return the values of a dictionary of which all is written out."""
    if not isinstance(value, Mapping) or any(entry.key == "**" for entry in value.entries):
        return ()
    return tuple(entry.value for entry in value.entries)
