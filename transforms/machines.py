"""State machines: their states, wherever the definition is written, and how one is given a field.

A definition is an object of the language (``jsonencode``, ``Definition``), or JSON in a string, with or without holes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from iacfix.transforms.edits import Edit, InsertArgument, Replace
from iacfix.transforms.model import Call, Kind, Literal, Mapping, Reference, Resource, Sequence, Template, Value, walk
from iacfix.transforms.policy import Spelled

MACHINES = ("aws_sfn_state_machine", "AWS::Serverless::StateMachine")
_INVOKES = re.compile(r"arn:[^:]*:(?:states:::lambda:invoke\b.*|lambda:.*)")
_SUBSTITUTED = re.compile(r"\$\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class State:
    """A state of a machine: its *name*, what it is, and the states *among* which it can go on to another."""

    name: str
    value: Mapping
    among: Mapping

    def get(self, *names: str) -> Value | None:
        """Return what stands at the path *names*."""
        return self.value.get(*names)

    @property
    def type(self) -> str:
        """What kind of state it is: ``Task``, ``Fail``."""
        return str(type_.value) if isinstance(type_ := self.get("Type"), Literal) else ""


@dataclass(frozen=True, slots=True)
class Definition:
    """The definition of *machine*: *root* is what it says, and *text* the string that it is written in, if it is."""

    machine: Resource
    root: Mapping
    text: Value | None = None

    def states(self) -> Iterator[State]:
        """Yield all states, those of branches and maps too."""
        for path, value in walk(self.root):
            if path and path[-1] == "States" and isinstance(value, Mapping):
                for entry in value.entries:
                    if isinstance(entry.value, Mapping):
                        yield State(entry.name, entry.value, value)

    def ends(self, state: State) -> list[str]:
        """Return the failures that stand beside *state* and that the machine does not choose to end in by itself.

        A failure that a choice leads to says what was chosen, not what happened to a task.
        """
        chosen = {
            inner.value
            for entry in state.among.entries
            for path, inner in walk(entry.value)
            if path and path[-1] in {"Next", "Default"} and "Catch" not in path and isinstance(inner, Literal)
        }
        beside = (other for other in self.states() if other.among is state.among and other.type == "Fail")
        return [other.name for other in beside if other.name not in chosen]

    def invokes(self, state: State) -> bool:
        """Say whether *state* is a task that runs a function."""
        match state.get("Resource"):
            case _ if state.type != "Task":
                return False
            case Reference() as reference:
                return _is_function(reference)
            case Template(parts=parts) as template:
                text = "".join(str(p.value) if isinstance(p, Literal) else "*" for p in template.parts)
                return _INVOKES.fullmatch(text) is not None or any(_is_function(part) for part in parts[:1])
            case Literal(value=str() as text):
                held = _SUBSTITUTED.fullmatch(text)
                given = self.machine.get("DefinitionSubstitutions", held[1]) if held else None
                return _INVOKES.fullmatch(text) is not None or (given is not None and _is_function(given))
            case _:
                return False

    def given(self, additions: list[tuple[State, str, Value]]) -> tuple[Edit, ...]:
        """Return what gives states fields, before what says where the machine goes on."""
        if self.text is None:
            return tuple(InsertArgument(self.machine, s.value, n, v, _after(s.value)) for s, n, v in additions)
        spelled = Spelled(self.text)
        text = spelled.text
        places = [(_place(state.value), state, name, value) for state, name, value in additions]
        for position, state, name, value in sorted(places, key=lambda place: place[0], reverse=True):
            text = text[:position] + _written(spelled.text, state.value, name, value) + text[position:]
        return (Replace(self.text, spelled.back(text)),)


def definition(machine: Resource) -> Definition | None:
    """Return the definition of *machine*, or None where it is not in its source."""
    match machine.get("definition") or machine.get("Definition"):
        case Call(name="jsonencode" | "Fn::ToJsonString", arguments=(Mapping() as root,)) | (Mapping() as root):
            return Definition(machine, root)
        case (Literal(value=str()) | Template()) as text:
            found = Spelled(text).read('"States"')
            return Definition(machine, found, text) if found is not None else None
        case _:
            return None


def _is_function(value: Value) -> bool:
    return isinstance(value, Reference) and value.kind is Kind.RESOURCE and value.type.endswith("unction")


def _after(state: Mapping) -> str:
    """Return the name of the field that another one should follow: that before what says where it goes on."""
    names = [entry.name for entry in state.entries]
    last = next((index for index, name in enumerate(names) if name in {"Next", "End", "Catch"} and index), len(names))
    return names[last - 1]


def _place(state: Mapping) -> int:
    """Return where in its text another field of *state* goes."""
    value = state.get(_after(state))
    return value.origin.span.end if value is not None and value.origin else 0


def _written(text: str, state: Mapping, name: str, value: Value) -> str:
    """Return the field *name*, laid out as those of *state* are."""
    first = state.entries[0].value
    start = first.origin.span.start if first.origin else 0
    indent = re.search(r"(?:^|\n)([ \t]*)[^\n]*$", text[:start])
    whole = text[slice(*state.origin.span)] if state.origin else ""
    if "\n" not in whole or indent is None:
        return f', "{name}": {json.dumps(_plain(value))}'
    newline = "\r\n" if "\r\n" in whole else "\n"
    return f',{newline}{indent[1]}"{name}": {_laid_out(_plain(value), indent[1], newline)}'


def _laid_out(value: object, indent: str, newline: str) -> str:
    """Return *value* as JSON: an object's fields on lines of their own, lists of words on one."""
    inner = indent + "  "
    if isinstance(value, dict) and value:
        said = [f"{json.dumps(key)}: {_laid_out(item, inner, newline)}" for key, item in value.items()]
        return f"{{{newline}{inner}" + f",{newline}{inner}".join(said) + f"{newline}{indent}}}"
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        said = [_laid_out(item, inner, newline) for item in value]
        return f"[{newline}{inner}" + f",{newline}{inner}".join(said) + f"{newline}{indent}]"
    return json.dumps(value)


def _plain(value: Value) -> object:
    match value:
        case Literal(value=constant):
            return constant
        case Sequence(items=items):
            return [_plain(item) for item in items]
        case Mapping(entries=entries):
            return {entry.name: _plain(entry.value) for entry in entries}
        case _:
            raise TypeError(value)
