"""What a neutral value is in CloudFormation's words, before it is laid out as YAML or JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from iacfix.transforms.edits import Unsayable
from iacfix.transforms.facts.twins import Twin, twin, twin_of
from iacfix.transforms.languages.cloudformation.nodes import AnyNode, List, Map, Scalar
from iacfix.transforms.languages.cloudformation.read import Source, content
from iacfix.transforms.languages.cloudformation.slots import LISTS, SINGLES, VALUE, Slot, Want, intrinsic
from iacfix.transforms.model import (
    Call,
    Conditional,
    Entry,
    Kind,
    Literal,
    Mapping,
    Opaque,
    Origin,
    Reference,
    Sequence,
    Template,
    Value,
)


@dataclass(slots=True)
class Atom:
    """A constant. *bare* is a name, which is quoted nowhere that it need not be; *quoted* always is."""

    value: str | float | bool
    like: AnyNode | None = None
    bare: bool = False
    quoted: bool = False


@dataclass(slots=True)
class Text:
    """The text of ``Fn::Sub``: pieces, each with the raw text that it stands as in *like*, where it does."""

    pieces: list[tuple[str, str | None]]
    like: Scalar | None = None

    @property
    def text(self) -> str:
        """The text as a whole."""
        return "".join(piece for piece, _ in self.pieces)


@dataclass(slots=True)
class Object:
    """A mapping."""

    pairs: list[tuple[str, Form]]
    like: AnyNode | None = None


@dataclass(slots=True)
class Array:
    """A list. *argument*: it is what a function takes, which people keep on one line."""

    items: list[Form]
    like: AnyNode | None = None
    argument: bool = False


@dataclass(slots=True)
class Function:
    """An intrinsic function and its argument."""

    name: str
    argument: Form
    like: AnyNode | None = None


@dataclass(slots=True)
class Copy:
    """A node that stands in the document already."""

    node: AnyNode
    path: list[AnyNode] = field(default_factory=list)


@dataclass(slots=True)
class Written:
    """Source that is known only as text."""

    text: str


Form: TypeAlias = Atom | Text | Object | Array | Function | Copy | Written

_ESCAPED = re.compile(r"\$\{(?=[^{}]*\})")


class Former:
    """Says neutral values in the words of one template."""

    def __init__(self, source: Source) -> None:
        """Speak for *source*."""
        self.source = source

    def form(self, value: Value, slot: Slot = VALUE) -> Form:
        """Return the form of *value* at *slot*; raises `Unsayable`."""
        if copy := self.copy(value, slot):
            return copy
        like = self.source.node(value.origin or value.like)
        match value:
            case Literal(value=None):
                return Function("Ref", Atom("AWS::NoValue", bare=True), like)
            case Literal(value=str() as constant):
                return Atom(constant, self.standing(like)[0] or like)
            case Literal(value=int() | float() as constant):
                return Atom(constant, like)
            case Reference():
                return self.reference(value, slot, like)
            case Template():
                return self.template(value, like)
            case Sequence(items=items):
                item = slot.item()
                return Array([self.form(i, item) for i in items], like)
            case Mapping() if slot.pairs:
                return Array([self.pair(entry, slot.pairs) for entry in value.entries], like)
            case Mapping():
                return self.object(value, slot, like)
            case Conditional(test=test, then=then, otherwise=otherwise):
                return self.call("Fn::If", (test, then, otherwise), slot, like)
            case Call(name=name, arguments=arguments):
                return self.call("Fn::Equals" if name == "equal" else name, arguments, slot, like)
            case Opaque(text=text) if "\n" not in text and text:
                return Written(text)
            case _:
                raise Unsayable(f"CloudFormation has no way to say {type(value).__name__.lower()} here")

    def copy(self, value: Value, slot: Slot) -> Copy | None:
        """Return where *value* stands already, if what stands there would mean the same at *slot*."""
        if value.origin is None or value.origin.path != self.source.document.path:
            return None
        path = self.source.at(value.origin)
        node = path[-1]
        if (node.start, node.end) != value.origin.span:
            return None
        return Copy(node, path) if value in (self.source.value(node, slot), self.source.written(node)) else None

    # Names ----------------------------------------------------------------------------------------------------------

    def object(self, value: Mapping, slot: Slot, like: AnyNode | None) -> Object:
        """Return a mapping under its own names, what Terraform has outside put back inside."""
        names = slot.names
        lifted = Slot(names=names.inside(names.lifted))
        inside = Object([self.entry(entry, lifted) for entry in value.entries if names.lifts(entry.name)])
        pairs: list[tuple[str, Form]] = []
        for entry in value.entries:
            if not names.lifts(entry.name):
                pairs.append(self.entry(entry, slot))
            elif names.lifted not in dict(pairs):
                pairs.append((names.lifted, inside))
        return Object(pairs, like)

    def entry(self, entry: Entry, slot: Slot) -> tuple[str, Form]:
        """Return the property that *entry* is written as, and its value."""
        if not entry.name:
            raise Unsayable("a key that is not a constant cannot be written in CloudFormation")
        name = property_name(entry.name, slot)
        return name, self.form(entry.value, slot.key(name))

    def pair(self, entry: Entry, keys: tuple[str, str]) -> Form:
        """Return the item that *entry* is in a list of pairs."""
        if entry.origin and (node := self.source.node(entry.origin)) and isinstance(node, Map):
            path = self.source.at(entry.origin)
            standing = self.source.value(path[-2], Slot(pairs=keys)) if isinstance(path[-2], List) else None
            if isinstance(standing, Mapping) and entry in standing.entries:
                return Copy(node, path)
        key = Atom(entry.key) if isinstance(entry.key, str) else self.form(entry.key)
        like = self.source.node(entry.origin)
        return Object([(keys[0], key), (keys[1], self.form(entry.value))], like)

    def reference(self, value: Reference, slot: Slot, like: AnyNode | None) -> Form:
        """Return ``Ref``, ``Fn::GetAtt``, or the bare name that *slot* wants."""
        match value.kind, slot.want:
            case (Kind.CONDITION, Want.CONDITION_NAME) | (Kind.MAPPING, Want.MAPPING_NAME):
                return Atom(value.name, bare=True)
            case Kind.RESOURCE, Want.RESOURCE_NAME:
                return Atom(value.name, bare=True)
            case Kind.CONDITION, Want.CONDITION:
                return Function("Condition", Atom(value.name, bare=True), like)
            case _:
                name, attribute = self.named(value)
        if not attribute:
            return Function("Ref", Atom(name, bare=True), like)
        names = [Atom(name, bare=True), Atom(attribute, bare=True)]
        return Function("Fn::GetAtt", Array([*names], argument=True), like)

    def named(self, value: Reference) -> tuple[str, str]:
        """Return the name that ``Ref`` takes, or those that ``Fn::GetAtt`` takes."""
        match value:
            case Reference(kind=Kind.INPUT, path=()):
                return value.name, ""
            case Reference(kind=Kind.BUILTIN, path=()) if value.name.startswith("AWS::"):
                return value.name, ""
            case Reference(kind=Kind.RESOURCE, path=(str() as attribute,)):
                return value.name, self.getatt(value, attribute)
            case _:
                raise Unsayable(f"CloudFormation cannot refer to {_described(value)}")

    def getatt(self, value: Reference, attribute: str) -> str:
        """Return the attribute of ``Fn::GetAtt`` for the neutral *attribute*; nothing where it is ``Ref``."""
        known = self.twin(value)
        if attribute == "Ref" or (known and attribute in known.refs):
            return ""
        name = known.getatt(attribute) if known else attribute
        if name is None:
            raise Unsayable(f"`{value.name}` has no attribute in CloudFormation that is `{attribute}`")
        return name

    def twin(self, value: Reference) -> Twin | None:
        """Return the twin of what *value* refers to, declared here or about to be."""
        if value.name in self.source.twins:
            return self.source.twins[value.name]
        return twin(value.type) or twin_of(value.type)

    # Functions ------------------------------------------------------------------------------------------------------

    def call(self, name: str, arguments: tuple[Value, ...], slot: Slot, like: AnyNode | None) -> Function:
        """Return the function *name* of *arguments*."""
        if name in SINGLES and len(arguments) == 1:
            return Function(name, self.form(arguments[0]), like)
        if name not in LISTS:
            raise Unsayable(f"CloudFormation has no function `{name}`")
        if name == "Fn::If" and not (isinstance(arguments[0], Reference) and arguments[0].kind is Kind.CONDITION):
            raise Unsayable("`Fn::If` takes the name of a condition")
        items = [self.form(value, slot.argument(name, index)) for index, value in enumerate(arguments)]
        return Function(name, Array(items, self.argument(like, name), argument=True), like)

    def argument(self, like: AnyNode | None, name: str) -> AnyNode | None:
        """Return the node of the argument where *like* calls the same function."""
        call = intrinsic(like) if like else None
        return call[1] if call and call[0] == name else None

    def template(self, value: Template, like: AnyNode | None) -> Form:
        """Return ``Fn::Join`` where one stood, else ``Fn::Sub``."""
        argument = self.argument(like, "Fn::Join")
        match argument:
            case List(items=[Scalar() as delimiter, List() as items]):
                joined = self.joined(value, delimiter.text, items)
                outer = Array(
                    [Copy(delimiter, [*self.source.at(self.source.origin(delimiter.start, delimiter.end))]), joined],
                    argument,
                    argument=True,
                )
                return Function("Fn::Join", outer, like)
            case _:
                return self.sub(value, like)

    def sub(self, value: Template, like: AnyNode | None) -> Form:
        """Return ``Fn::Sub``, with a map of those holes that have no short name."""
        scalar, variables = self.standing(like)
        known = [(key.text, self.source.value(node)) for key, node in variables.pairs] if variables else []
        pieces: list[tuple[str, str | None]] = []
        used: dict[str, Value] = {}
        for part in value.parts:
            raw = self.raw(part.origin, scalar)
            match part:
                case Literal(value=str() as text):
                    pieces.append((_ESCAPED.sub("${!", text), raw))
                case Literal(value=None):
                    pieces.append(("${AWS::NoValue}", None))
                case Literal(value=constant):
                    pieces.append((str(constant).lower() if isinstance(constant, bool) else str(constant), None))
                case _:
                    name = self.hole(part, known, used)
                    pieces.append((f"${{{name}}}", f"${{{raw}}}" if raw is not None else None))
        said = Text(pieces, scalar)
        if not used:
            return Function("Fn::Sub", said, like)
        pairs = Object([(name, self.form(inner)) for name, inner in used.items()], variables)
        return Function("Fn::Sub", Array([said, pairs], self.argument(like, "Fn::Sub"), argument=True), like)

    def standing(self, like: AnyNode | None) -> tuple[Scalar | None, Map | None]:
        """Return the text and the map of the ``Fn::Sub`` that *like* is, or the scalar."""
        match self.argument(like, "Fn::Sub") or like:
            case Scalar() as scalar:
                return scalar, None
            case List(items=[Scalar() as scalar, Map() as variables]):
                return scalar, variables
            case _:
                return None, None

    def raw(self, origin: Origin | None, scalar: Scalar | None) -> str | None:
        """Return the raw text at *origin* if it stands inside *scalar*."""
        if origin is None or scalar is None or origin.path != self.source.document.path:
            return None
        start, end = content(self.source.text, scalar)
        inside = start <= origin.span.start and origin.span.end <= end
        return self.source.text[slice(*origin.span)] if inside else None

    def hole(self, part: Value, known: list[tuple[str, Value]], used: dict[str, Value]) -> str:
        """Return the name of *part* between the braces; *used* collects the map."""
        if standing := next((name for name, value in known if value == part and _same(value, part)), None):
            used[standing] = dict(known)[standing]
            return standing
        if isinstance(part, Reference) and part.kind is Kind.OTHER:
            return part.name
        if isinstance(part, Reference):
            name = ".".join(filter(None, self.named(part)))
            if name not in dict(known):
                return name
        taken = {*used, *dict(known), *self.source.types, *self.source.inputs}
        if again := next((name for name, value in used.items() if value == part), None):
            return again
        name = next(name for name in _variables() if name not in taken)
        used[name] = part
        return name

    def joined(self, value: Template, delimiter: str, old: List) -> Array:
        """Return the items of ``Fn::Join`` that give *value*: as many of the old ones as still fit."""
        items = [
            (Copy(node, self.source.at(self.source.origin(node.start, node.end))), _units(self.source.value(node)))
            for node in old.items
        ]
        units = _units(value)
        head: list[Form] = []
        while items and units != items[0][1] and _starts(units, [*items[0][1], *delimiter]):
            copy, inside = items.pop(0)
            head.append(copy)
            units = units[len(inside) + len(delimiter) :]
        tail: list[Form] = []
        while items and units != items[-1][1] and _ends(units, [*delimiter, *items[-1][1]]):
            copy, inside = items.pop()
            tail.insert(0, copy)
            units = units[: len(units) - len(inside) - len(delimiter)]
        middle = [self.unit(part, items) for part in _divided(units, delimiter)]
        return Array([*head, *middle, *tail], old)

    def unit(self, units: list[str | Value], standing: list[tuple[Copy, list[str | Value]]]) -> Form:
        """Return the item of a joined list that consists of *units*."""
        if same := next((copy for copy, inside in standing if inside == units), None):
            return same
        parts = _regrouped(units)
        like = next((copy.node for copy, _ in standing if isinstance(copy.node, Scalar)), None)
        match parts:
            case []:
                return Atom("", like)
            case [Literal(value=str() as text)]:
                return Atom(text, like)
            case [single]:
                return self.form(single)
            case _:
                return self.sub(Template(tuple(parts)), None)


def property_name(name: str, slot: Slot) -> str:
    """Return the property that the neutral *name* stands for at *slot*; raises `Unsayable`."""
    source = slot.names.source(name)
    if source is None:
        raise Unsayable(f"no property of this type is known that is `{name}`")
    return source


def _described(value: Reference) -> str:
    return ".".join(
        filter(None, (str(value.kind), value.type, value.name, *(s for s in value.path if isinstance(s, str))))
    )


def _same(standing: Value, part: Value) -> bool:
    """Say whether *part* was read from where *standing* is, or from nowhere."""
    return part.origin is None or part.origin == standing.origin


def _variables() -> Iterator[str]:
    """Yield names for the map of ``Fn::Sub``."""
    yield "Value"
    number = 2
    while True:
        yield f"Value{number}"
        number += 1


def _units(value: Value) -> list[str | Value]:
    """Return a joined string as characters and holes."""
    match value:
        case Literal(value=bool() as constant):
            return list(str(constant).lower())
        case Literal(value=constant) if constant is not None:
            return list(str(constant))
        case Template(parts=parts):
            return [unit for part in parts for unit in _units(part)]
        case _:
            return [value]


def _starts(units: list[str | Value], with_: list[str | Value]) -> bool:
    return units[: len(with_)] == with_


def _ends(units: list[str | Value], with_: list[str | Value]) -> bool:
    return units[len(units) - len(with_) :] == with_ if len(with_) <= len(units) else False


def _divided(units: list[str | Value], delimiter: str) -> list[list[str | Value]]:
    """Divide *units* at the delimiter; at the holes where there is none."""
    if not delimiter:
        return [list(group) for group in _groups(units)]
    found: list[list[str | Value]] = [[]]
    position = 0
    while position < len(units):
        if _starts(units[position : position + len(delimiter)], list(delimiter)):
            found.append([])
            position += len(delimiter)
        else:
            found[-1].append(units[position])
            position += 1
    return found


def _groups(units: list[str | Value]) -> Iterator[list[str | Value]]:
    """Yield runs of characters, and holes one by one."""
    run: list[str | Value] = []
    for unit in units:
        if isinstance(unit, str):
            run.append(unit)
            continue
        if run:
            yield run
        run = []
        yield [unit]
    if run:
        yield run


def _regrouped(units: list[str | Value]) -> list[Value]:
    """Return *units* as parts of a template."""
    return [
        Literal("".join(unit for unit in group if isinstance(unit, str))) if isinstance(group[0], str) else group[0]
        for group in _groups(units)
    ]
