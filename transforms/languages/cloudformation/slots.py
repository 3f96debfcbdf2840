"""What a place in a template wants: a value, a condition, a bare name; and how properties are called there.

The same text means different things in different places: ``IsProd`` is a text among properties, a condition in the
first item of ``Fn::If``, and a resource below ``DependsOn``. Reading and printing both ask here, so that they agree.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from itertools import pairwise

from iacfix.transforms.facts.twins import ANY, Names, Twin, twin
from iacfix.transforms.languages.cloudformation.nodes import AnyNode, List, Map, Scalar

LISTS = frozenset(
    f"Fn::{name}"
    for name in (
        *("And", "Cidr", "Contains", "EachMemberEquals", "EachMemberIn", "Equals", "FindInMap", "GetAtt", "If"),
        *("Join", "Not", "Or", "Select", "Split", "Sub", "ValueOf", "ValueOfAll"),
    )
)
"""The functions that take a list."""

SINGLES = frozenset(
    f"Fn::{name}"
    for name in ("Base64", "GetAZs", "GetStackOutput", "ImportValue", "Length", "RefAll", "ToJsonString", "Transform")
)
"""The functions that take one value, whatever it is."""

CONDITIONS = frozenset({"Fn::And", "Fn::Or", "Fn::Not"})
"""The functions whose arguments are conditions."""

_FUNCTIONS = {name: f"!{name.removeprefix('Fn::')}" for name in LISTS | SINGLES | {"Ref", "Condition"}}
_TAGS = {tag: name for name, tag in _FUNCTIONS.items()}


class Want(enum.Enum):
    """What is looked for at a place."""

    VALUE = enum.auto()
    CONDITION = enum.auto()
    CONDITION_NAME = enum.auto()
    MAPPING_NAME = enum.auto()
    RESOURCE_NAME = enum.auto()


@dataclass(frozen=True, slots=True)
class Slot:
    """A place. *pairs* has the two keys of a list that is read as a map."""

    want: Want = Want.VALUE
    names: Names = ANY
    pairs: tuple[str, str] | None = None

    def key(self, name: str) -> Slot:
        """Return the slot of the value under the key *name* of a mapping here."""
        if self.names is OUTPUT and name == "Condition":
            return Slot(Want.CONDITION_NAME)
        return Slot(Want.VALUE, self.names.inside(name), self.names.pairs.get(name))

    def item(self) -> Slot:
        """Return the slot of the items of a list here."""
        return replace(self, pairs=None)

    def argument(self, function: str, index: int) -> Slot:
        """Return the slot of an argument of *function* here."""
        match function, index:
            case "Fn::If", 0:
                return Slot(Want.CONDITION_NAME)
            case "Fn::If", _:
                return self
            case "Fn::FindInMap", 0:
                return Slot(Want.MAPPING_NAME)
            case _:
                return Slot(Want.CONDITION if function in CONDITIONS else Want.VALUE)


VALUE = Slot()

INPUT = Names(
    {
        "AllowedPattern": "allowed_pattern",
        "AllowedValues": "allowed_values",
        "ConstraintDescription": "constraint_description",
        "Default": "default",
        "Description": "description",
        "MaxLength": "max_length",
        "MaxValue": "max_value",
        "MinLength": "min_length",
        "MinValue": "min_value",
        "NoEcho": "sensitive",
        "Type": "type",
    }
)
OUTPUT = Names(
    {"Condition": "condition", "Description": "description", "Export": "export", "Value": "value"},
    {"Export": Names({"Name": "name"})},
)


def tag(function: str) -> str:
    """Return the tag that is the short form of *function*."""
    return _FUNCTIONS.get(function, "")


def intrinsic(node: AnyNode, want: Want = Want.VALUE) -> tuple[str, AnyNode] | None:
    """Return the long name of the function that *node* calls, and its argument, which in the short form is itself."""
    if node.tag:
        return (name, node) if (name := _TAGS.get(node.tag)) else None
    if not isinstance(node, Map) or node.odd or len(node.pairs) != 1:
        return None
    key, value = node.pairs[0]
    if key.text == "Condition" and not (want is Want.CONDITION and isinstance(value, Scalar)):
        return None
    return (key.text, value) if key.text in _FUNCTIONS else None


def twin_at(declaration: AnyNode) -> Twin | None:
    """Return the twin of the resource that *declaration* is."""
    type_ = declaration.get("Type") if isinstance(declaration, Map) else None
    if not isinstance(declaration, Map) or not isinstance(type_, Scalar):
        return None
    given = declaration.get("Properties")
    return twin(type_.text, [key.text for key, _ in given.pairs] if isinstance(given, Map) else ())


def properties(declaration: AnyNode) -> Names:
    """Return what the properties of a *declaration* are called."""
    known = twin_at(declaration)
    return known.names if known else ANY


def attribute(name: str) -> Slot:
    """Return the slot of an attribute of a resource that is not its properties."""
    match name:
        case "DependsOn":
            return Slot(Want.RESOURCE_NAME)
        case "Condition":
            return Slot(Want.CONDITION_NAME)
        case _:
            return VALUE


def declared(section: str, declaration: AnyNode, key: str) -> Slot:
    """Return the slot of *key* in a *declaration* of *section*."""
    match section:
        case "Resources" if key == "Properties":
            return Slot(names=properties(declaration))
        case "Resources":
            return attribute(key)
        case "Parameters":
            return Slot(names=INPUT).key(key)
        case "Outputs":
            return Slot(names=OUTPUT).key(key)
        case _:
            return VALUE


def slot_of(path: list[AnyNode]) -> Slot:
    """Return the slot of the node at the end of *path*, which begins at the root."""
    sections = [_key(parent, child) for parent, child in pairwise(path[:4])]
    if len(path) <= 2:
        return VALUE
    if sections[0] == "Conditions":
        return _descend(path[2:], Slot(Want.CONDITION))
    if len(path) == 3:
        names = {"Parameters": INPUT, "Outputs": OUTPUT}.get(sections[0], ANY)
        return Slot(names=names)
    return _descend(path[3:], declared(sections[0], path[2], sections[2]))


def _key(parent: AnyNode, child: AnyNode) -> str:
    """Return the key that *child* is the value of."""
    pairs = parent.pairs if isinstance(parent, Map) else []
    return next((key.text for key, value in pairs if value is child), "")


def _descend(path: list[AnyNode], slot: Slot) -> Slot:
    """Return the slot of the last node of *path*, whose first is at *slot*."""
    function = ""
    for node, child in pairwise(path):
        call = None if function else intrinsic(node, slot.want)
        if function or (call and call[1] is node):
            name = function or (call[0] if call else "")
            index = node.items.index(child) if isinstance(node, List) else -1
            slot, function = slot.argument(name, index), ""
        elif call:
            function = call[0] if child is call[1] else ""
            if function not in LISTS:
                slot, function = slot.argument(function, 0), ""
        elif isinstance(node, List):
            slot = slot.item()
        else:
            slot = slot.key(_key(node, child))
    return slot
